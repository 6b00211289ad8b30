package tenure.domain.customer;

import static tenure.domain.customer.CustomerRefusal.ALREADY_CHURNED;
import static tenure.domain.customer.CustomerRefusal.CHURN_BEFORE_REGISTRATION;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tenure.domain.customer.CustomerCommand.ChurnCustomer;
import tenure.domain.customer.CustomerCommand.RegisterCustomer;
import tenure.domain.customer.event.CustomerChurned;
import tenure.domain.customer.event.CustomerRegistered;
import tenure.domain.shared.Code;
import tenure.domain.shared.CommandRefused;
import tenure.domain.shared.Label;
import tenure.domain.shared.Note;

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
        void isNotPossibleForACustomerNobodyRegistered() {
            customer.givenNoPriorActivity()
                    .when(churn(SIGN_UP))
                    .expectNoEvents()
                    .expectException(AggregateNotFoundException.class);
        }
    }

    private static CustomerRegistered registered() {
        return new CustomerRegistered("acme", "Acme", SIGN_UP, Map.of(), THEN);
    }

    private static CustomerChurned churned(LocalDate day) {
        return new CustomerChurned("acme", day, "price", "Too dear", THEN);
    }

    private static ChurnCustomer churn(LocalDate day) {
        return new ChurnCustomer(ACME, day, new Code("price"), new Note("Too dear"), THEN);
    }
}
