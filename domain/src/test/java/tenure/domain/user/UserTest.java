package tenure.domain.user;

import static tenure.domain.user.UserRefusal.DEACTIVATED;
import static tenure.domain.user.UserRefusal.ERASED;

import java.time.Instant;
import java.util.stream.Stream;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tenure.domain.customer.CustomerId;
import tenure.domain.shared.CommandRefused;
import tenure.domain.shared.Label;
import tenure.domain.user.UserCommand.ActivateUser;
import tenure.domain.user.UserCommand.ChangeUserRole;
import tenure.domain.user.UserCommand.DeactivateUser;
import tenure.domain.user.UserCommand.EraseUser;
import tenure.domain.user.UserCommand.InviteUser;
import tenure.domain.user.UserCommand.ReactivateUser;
import tenure.domain.user.event.UserActivated;
import tenure.domain.user.event.UserDeactivated;
import tenure.domain.user.event.UserErased;
import tenure.domain.user.event.UserInvited;
import tenure.domain.user.event.UserReactivated;
import tenure.domain.user.event.UserRoleChanged;

class UserTest {

    private static final UserId ANNA = new UserId("anna");
    private static final Instant THEN = Instant.parse("2026-01-10T08:00:00Z");
    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

    private final AggregateTestFixture<User> user = new AggregateTestFixture<>(User.class);

    @Nested
    class Inviting {
        @Test
        void isRecordedWithWhereThePersonWorks() {
            user.givenNoPriorActivity()
                    .when(new InviteUser(ANNA, new CustomerId("acme"), new Label("sales"), new Label("manager"), THEN))
                    .expectEvents(invited("sales", "manager"));
        }

        @Test
        void needsNeitherDepartmentNorRole() {
            user.givenNoPriorActivity()
                    .when(new InviteUser(ANNA, new CustomerId("acme"), null, null, THEN))
                    .expectEvents(invited(null, null));
        }
    }

    @Nested
    class Activating {
        @Test
        void isRecorded() {
            given().when(activate()).expectEvents(new UserActivated("anna", "acme", NOW));
        }

        @Test
        void changesNothingTheSecondTime() {
            given(activated())
                    .when(activate())
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void isRefusedWhileDeactivatedEvenIfActivatedBefore() {
            given(activated(), deactivated())
                    .when(activate())
                    .expectNoEvents()
                    .expectException(CommandRefused.class)
                    .expectExceptionMessage(DEACTIVATED.name());
        }

        @Test
        void isPossibleOnceReactivated() {
            given(deactivated(), reactivated()).when(activate()).expectEvents(new UserActivated("anna", "acme", NOW));
        }

        @Test
        void isNotPossibleForSomebodyNobodyInvited() {
            user.givenNoPriorActivity().when(activate()).expectException(AggregateNotFoundException.class);
        }
    }

    @Nested
    class ChangingTheRole {
        @Test
        void tellsBothAsTheyAreFromThenOn() {
            given().when(change(null, "director"))
                    .expectEvents(new UserRoleChanged("anna", "acme", "sales", "director", NOW));
        }

        @Test
        void startsFromTheLastChange() {
            given(new UserRoleChanged("anna", "acme", "support", "manager", THEN))
                    .when(change(null, "director"))
                    .expectEvents(new UserRoleChanged("anna", "acme", "support", "director", NOW));
        }

        @Test
        void changesNothingWhenAllIsAsItWas() {
            given().when(change("sales", "manager"))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
            given().when(change(null, null)).expectSuccessfulHandlerExecution().expectNoEvents();
        }

        @Test
        void tellsWhatWasNeverKnown() {
            user.given(invited(null, null))
                    .when(change("sales", null))
                    .expectEvents(new UserRoleChanged("anna", "acme", "sales", null, NOW));
        }
    }

    @Nested
    class Deactivating {
        @Test
        void isRecordedAlsoBeforeTheActivation() {
            given().when(new DeactivateUser(ANNA, NOW)).expectEvents(new UserDeactivated("anna", "acme", NOW));
        }

        @Test
        void changesNothingTheSecondTime() {
            given(deactivated())
                    .when(new DeactivateUser(ANNA, NOW))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void isRecordedAgainAfterAReactivation() {
            given(deactivated(), reactivated())
                    .when(new DeactivateUser(ANNA, NOW))
                    .expectEvents(new UserDeactivated("anna", "acme", NOW));
        }
    }

    @Nested
    class Reactivating {
        @Test
        void isRecorded() {
            given(deactivated())
                    .when(new ReactivateUser(ANNA, NOW))
                    .expectEvents(new UserReactivated("anna", "acme", NOW));
        }

        @Test
        void changesNothingForWhoIsNotDeactivated() {
            given(activated())
                    .when(new ReactivateUser(ANNA, NOW))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }
    }

    @Nested
    class Erasing {
        static Stream<UserCommand> everyOtherCommand() {
            return Stream.of(
                    activate(),
                    change("support", null),
                    change("sales", "manager"),
                    new DeactivateUser(ANNA, NOW),
                    new ReactivateUser(ANNA, NOW));
        }

        @Test
        void isRecorded() {
            given().when(new EraseUser(ANNA, NOW)).expectEvents(new UserErased("anna", "acme", NOW));
        }

        @Test
        void changesNothingTheSecondTime() {
            given(erased())
                    .when(new EraseUser(ANNA, NOW))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @ParameterizedTest
        @MethodSource("everyOtherCommand")
        void endsAllElse(UserCommand command) {
            given(deactivated(), erased()).when(command).expectNoEvents().expectExceptionMessage(ERASED.name());
        }
    }

    private TestExecutor<User> given(Object... events) {
        return user.given(Stream.concat(Stream.of(invited("sales", "manager")), Stream.of(events))
                .toList());
    }

    private static UserInvited invited(@Nullable String department, @Nullable String role) {
        return new UserInvited("anna", "acme", department, role, THEN);
    }

    private static UserActivated activated() {
        return new UserActivated("anna", "acme", THEN);
    }

    private static UserDeactivated deactivated() {
        return new UserDeactivated("anna", "acme", THEN);
    }

    private static UserReactivated reactivated() {
        return new UserReactivated("anna", "acme", THEN);
    }

    private static UserErased erased() {
        return new UserErased("anna", "acme", THEN);
    }

    private static ActivateUser activate() {
        return new ActivateUser(ANNA, NOW);
    }

    private static ChangeUserRole change(@Nullable String department, @Nullable String role) {
        return new ChangeUserRole(
                ANNA, department == null ? null : new Label(department), role == null ? null : new Label(role), NOW);
    }
}
