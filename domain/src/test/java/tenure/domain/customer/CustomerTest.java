package tenure.domain.customer;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tenure.domain.customer.CustomerRefusal.ALREADY_CHURNED;
import static tenure.domain.customer.CustomerRefusal.CHURN_BEFORE_REGISTRATION;
import static tenure.domain.customer.CustomerRefusal.CHURN_BEFORE_WIN_BACK;
import static tenure.domain.customer.CustomerRefusal.HAS_NOT_CHURNED;
import static tenure.domain.customer.CustomerRefusal.WON_BACK_BEFORE_CHURN;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tenure.domain.customer.CustomerCommand.AssignOwner;
import tenure.domain.customer.CustomerCommand.ChangeProfile;
import tenure.domain.customer.CustomerCommand.ChurnCustomer;
import tenure.domain.customer.CustomerCommand.DefineAudience;
import tenure.domain.customer.CustomerCommand.RateCustomer;
import tenure.domain.customer.CustomerCommand.RecordExitInterview;
import tenure.domain.customer.CustomerCommand.RegisterCustomer;
import tenure.domain.customer.CustomerCommand.WinBackCustomer;
import tenure.domain.customer.event.AudienceDefined;
import tenure.domain.customer.event.CustomerChurned;
import tenure.domain.customer.event.CustomerRated;
import tenure.domain.customer.event.CustomerRegistered;
import tenure.domain.customer.event.CustomerWonBack;
import tenure.domain.customer.event.ExitInterviewed;
import tenure.domain.customer.event.OwnerAssigned;
import tenure.domain.customer.event.ProfileChanged;
import tenure.domain.shared.Code;
import tenure.domain.shared.CommandRefused;
import tenure.domain.shared.InvalidValue;
import tenure.domain.shared.Label;
import tenure.domain.shared.Note;
import tenure.domain.shared.Rating;
import tenure.domain.shared.WholeNumber;

class CustomerTest {

    private static final CustomerId ACME = new CustomerId("acme");
    private static final LocalDate SIGN_UP = LocalDate.of(2026, 1, 10);
    private static final Instant THEN = Instant.parse("2026-01-10T00:00:00Z");

    private final AggregateTestFixture<Customer> customer = new AggregateTestFixture<>(Customer.class);

    @Nested
    class Registering {
        @Test
        void isRecordedWithTheProfile() {
            customer.givenNoPriorActivity()
                    .when(new RegisterCustomer(
                            ACME, new Label("Acme"), SIGN_UP, Map.of("region", new Label("GA")), THEN))
                    .expectSuccessfulHandlerExecution()
                    .expectEvents(new CustomerRegistered("acme", "Acme", SIGN_UP, Map.of("region", "GA"), THEN));
        }
    }

    @Nested
    class ChangingTheProfile {
        @Test
        void isRecordedWithWhatDiffersOnly() {
            customer.given(registered(Map.of("channel", "web", "region", "GA", "size", "5")))
                    .when(change("Acme SE", Map.of("channel", "web", "size", "9", "plan", "b"), "region", "unheard-of"))
                    .expectEvents(new ProfileChanged(
                            "acme", "Acme SE", Map.of("size", "9", "plan", "b"), List.of("region"), THEN));
        }

        @Test
        void leavesTheNameWhenItIsNotGiven() {
            customer.given(registered())
                    .when(change(null, Map.of("size", "9")))
                    .expectEvents(new ProfileChanged("acme", null, Map.of("size", "9"), List.of(), THEN));
        }

        @Test
        void comparesWithWhatWasChangedLast() {
            customer.given(
                            registered(Map.of("size", "5", "region", "GA")),
                            new ProfileChanged("acme", "Acme SE", Map.of("size", "9"), List.of("region"), THEN))
                    .when(change("Acme", Map.of("size", "5", "region", "GA")))
                    .expectEvents(
                            new ProfileChanged("acme", "Acme", Map.of("size", "5", "region", "GA"), List.of(), THEN));
        }

        @Test
        void changesNothingWhenNothingDiffers() {
            customer.given(registered(Map.of("size", "5")))
                    .when(change("Acme", Map.of("size", "5"), "region"))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void cannotSetAndRemoveTheSameKey() {
            assertThatThrownBy(() -> change(null, Map.of("size", "5"), "size")).isInstanceOf(InvalidValue.class);
        }

        @Test
        void takesNoKeyThatIsNone() {
            assertThatThrownBy(() -> change(null, Map.of("a key", "5"))).isInstanceOf(InvalidValue.class);
        }
    }

    @Nested
    class AssigningAnOwner {
        @Test
        void isRecorded() {
            customer.given(registered(), owner("carla")).when(assign("dora")).expectEvents(owner("dora"));
        }

        @Test
        void changesNothingWhenItIsTheSameColleague() {
            customer.given(registered(), owner("carla"))
                    .when(assign("carla"))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }
    }

    @Nested
    class DefiningTheAudience {
        @Test
        void isRecordedAndReplacesTheFormer() {
            customer.given(registered(), audience(Map.of("Sales", 25)))
                    .when(define(Map.of("Service", 40)))
                    .expectEvents(audience(Map.of("Service", 40)));
        }

        @Test
        void changesNothingWhenItIsTheSame() {
            customer.given(registered(), audience(Map.of("Sales", 25)))
                    .when(define(Map.of("Sales", 25)))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void canBeTakenBack() {
            customer.given(registered(), audience(Map.of("Sales", 25)))
                    .when(define(Map.of()))
                    .expectEvents(audience(Map.of()));
        }

        @Test
        void takesNoDepartmentWithoutAName() {
            assertThatThrownBy(() -> define(Map.of("", 1))).isInstanceOf(InvalidValue.class);
        }
    }

    @Nested
    class RatingACustomer {
        @Test
        void isRecordedEachTimeAlsoWhenItIsEqual() {
            customer.given(registered(), rated(2)).when(rate(2)).expectEvents(rated(2));
        }
    }

    @Nested
    class Churning {
        @Test
        void isRecordedWithItsReason() {
            customer.given(registered())
                    .when(churn(SIGN_UP.plusDays(90)))
                    .expectEvents(new CustomerChurned("acme", SIGN_UP.plusDays(90), "price", "Too dear", THEN));
        }

        @Test
        void isPossibleOnTheDayOfTheSignUp() {
            customer.given(registered()).when(churn(SIGN_UP)).expectEvents(churned(SIGN_UP));
        }

        @Test
        void changesNothingWhenAskedAgainForTheSameDay() {
            customer.given(registered(), churned(SIGN_UP.plusDays(90)))
                    .when(churn(SIGN_UP.plusDays(90)))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void isRefusedForAnotherDay() {
            customer.given(registered(), churned(SIGN_UP.plusDays(90)))
                    .when(churn(SIGN_UP.plusDays(91)))
                    .expectNoEvents()
                    .expectException(CommandRefused.class)
                    .expectExceptionMessage(ALREADY_CHURNED.name());
        }

        @Test
        void isRefusedTheDayBeforeTheSignUp() {
            customer.given(registered())
                    .when(churn(SIGN_UP.minusDays(1)))
                    .expectNoEvents()
                    .expectExceptionMessage(CHURN_BEFORE_REGISTRATION.name());
        }

        @Test
        void isPossibleAgainAfterAWinBack() {
            customer.given(registered(), churned(SIGN_UP.plusDays(90)), wonBack(SIGN_UP.plusDays(120)))
                    .when(churn(SIGN_UP.plusDays(120)))
                    .expectEvents(churned(SIGN_UP.plusDays(120)));
        }

        @Test
        void isRefusedBeforeTheDayOfTheWinBack() {
            customer.given(registered(), churned(SIGN_UP.plusDays(90)), wonBack(SIGN_UP.plusDays(120)))
                    .when(churn(SIGN_UP.plusDays(119)))
                    .expectNoEvents()
                    .expectExceptionMessage(CHURN_BEFORE_WIN_BACK.name());
        }

        @Test
        void isNotPossibleForACustomerNobodyRegistered() {
            customer.givenNoPriorActivity()
                    .when(churn(SIGN_UP))
                    .expectNoEvents()
                    .expectException(AggregateNotFoundException.class);
        }
    }

    @Nested
    class InterviewingAboutTheExit {
        @Test
        void isRecordedWithItsReasons() {
            customer.given(registered(), churned(SIGN_UP))
                    .when(interview("price"))
                    .expectEvents(interviewed("price"));
        }

        @Test
        void isRecordedAgainWhenSomethingElseIsSaid() {
            customer.given(registered(), churned(SIGN_UP), interviewed("price"))
                    .when(interview("no-champion"))
                    .expectEvents(interviewed("no-champion"));
        }

        @Test
        void changesNothingWhenTheSameIsSaidAgain() {
            customer.given(registered(), churned(SIGN_UP), interviewed("price"))
                    .when(interview("price"))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void isAboutTheLastTimeItLeft() {
            customer.given(
                            registered(),
                            churned(SIGN_UP),
                            interviewed("price"),
                            wonBack(SIGN_UP.plusDays(9)),
                            churned(SIGN_UP.plusDays(90)))
                    .when(interview("price"))
                    .expectEvents(interviewed("price"));
        }

        @Test
        void isRefusedWhenItHasNotLeft() {
            customer.given(registered())
                    .when(interview("price"))
                    .expectNoEvents()
                    .expectExceptionMessage(HAS_NOT_CHURNED.name());
        }

        @Test
        void isRefusedWhenItHasBeenWonBack() {
            customer.given(registered(), churned(SIGN_UP), wonBack(SIGN_UP.plusDays(9)))
                    .when(interview("price"))
                    .expectNoEvents()
                    .expectExceptionMessage(HAS_NOT_CHURNED.name());
        }
    }

    @Nested
    class WinningBack {
        @Test
        void isRecorded() {
            customer.given(registered(), churned(SIGN_UP.plusDays(90)))
                    .when(winBack(SIGN_UP.plusDays(120)))
                    .expectEvents(wonBack(SIGN_UP.plusDays(120)));
        }

        @Test
        void isPossibleOnTheDayItLeft() {
            customer.given(registered(), churned(SIGN_UP.plusDays(90)))
                    .when(winBack(SIGN_UP.plusDays(90)))
                    .expectEvents(wonBack(SIGN_UP.plusDays(90)));
        }

        @Test
        void isPossibleAgainAfterItLeftAgainOnTheSameDay() {
            customer.given(registered(), churned(SIGN_UP), wonBack(SIGN_UP.plusDays(9)), churned(SIGN_UP.plusDays(9)))
                    .when(winBack(SIGN_UP.plusDays(9)))
                    .expectEvents(wonBack(SIGN_UP.plusDays(9)));
        }

        @Test
        void changesNothingWhenAskedAgainForTheSameDay() {
            customer.given(registered(), churned(SIGN_UP), wonBack(SIGN_UP.plusDays(9)))
                    .when(winBack(SIGN_UP.plusDays(9)))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void isRefusedForAnotherDay() {
            customer.given(registered(), churned(SIGN_UP), wonBack(SIGN_UP.plusDays(9)))
                    .when(winBack(SIGN_UP.plusDays(10)))
                    .expectNoEvents()
                    .expectExceptionMessage(HAS_NOT_CHURNED.name());
        }

        @Test
        void isRefusedWhenItNeverLeft() {
            customer.given(registered())
                    .when(winBack(SIGN_UP))
                    .expectNoEvents()
                    .expectExceptionMessage(HAS_NOT_CHURNED.name());
        }

        @Test
        void isRefusedBeforeTheDayItLeft() {
            customer.given(registered(), churned(SIGN_UP.plusDays(90)))
                    .when(winBack(SIGN_UP.plusDays(89)))
                    .expectNoEvents()
                    .expectExceptionMessage(WON_BACK_BEFORE_CHURN.name());
        }
    }

    private static CustomerRegistered registered() {
        return registered(Map.of());
    }

    private static CustomerRegistered registered(Map<String, String> profile) {
        return new CustomerRegistered("acme", "Acme", SIGN_UP, profile, THEN);
    }

    private static OwnerAssigned owner(String owner) {
        return new OwnerAssigned("acme", owner, THEN);
    }

    private static AudienceDefined audience(Map<String, Integer> departments) {
        return new AudienceDefined("acme", departments, THEN);
    }

    private static CustomerRated rated(int rating) {
        return new CustomerRated("acme", rating, "", THEN);
    }

    private static CustomerChurned churned(LocalDate day) {
        return new CustomerChurned("acme", day, "price", "Too dear", THEN);
    }

    private static ExitInterviewed interviewed(String reason) {
        return new ExitInterviewed("acme", reason, List.of("support"), "Slow answers", THEN);
    }

    private static CustomerWonBack wonBack(LocalDate day) {
        return new CustomerWonBack("acme", day, THEN);
    }

    private static ChangeProfile change(@Nullable String name, Map<String, String> profile, String... remove) {
        return new ChangeProfile(
                ACME,
                name == null ? null : new Label(name),
                profile.entrySet().stream().collect(toMap(Map.Entry::getKey, entry -> new Label(entry.getValue()))),
                Stream.of(remove).map(Code::new).toList(),
                THEN);
    }

    private static AssignOwner assign(String owner) {
        return new AssignOwner(ACME, new Code(owner), THEN);
    }

    private static DefineAudience define(Map<String, Integer> departments) {
        return new DefineAudience(
                ACME,
                departments.entrySet().stream()
                        .collect(toMap(Map.Entry::getKey, entry -> new WholeNumber(entry.getValue()))),
                THEN);
    }

    private static RateCustomer rate(int rating) {
        return new RateCustomer(ACME, new Rating(rating), new Note(""), THEN);
    }

    private static ChurnCustomer churn(LocalDate day) {
        return new ChurnCustomer(ACME, day, new Code("price"), new Note("Too dear"), THEN);
    }

    private static RecordExitInterview interview(String reason) {
        return new RecordExitInterview(
                ACME, new Code(reason), List.of(new Code("support")), new Note("Slow answers"), THEN);
    }

    private static WinBackCustomer winBack(LocalDate day) {
        return new WinBackCustomer(ACME, day, THEN);
    }
}
