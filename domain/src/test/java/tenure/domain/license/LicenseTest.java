package tenure.domain.license;

import static tenure.domain.license.LicenseRefusal.ALREADY_CANCELLED;
import static tenure.domain.license.LicenseRefusal.CANCELLED_BEFORE_START;
import static tenure.domain.license.LicenseRefusal.CURRENCY_DIFFERS;
import static tenure.domain.license.LicenseRefusal.OUTSIDE_TERM;
import static tenure.domain.license.LicenseRefusal.TERMS_OVERLAP;

import java.time.Instant;
import java.time.LocalDate;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tenure.domain.customer.CustomerId;
import tenure.domain.license.LicenseCommand.CancelLicense;
import tenure.domain.license.LicenseCommand.ChangeSeats;
import tenure.domain.license.LicenseCommand.RenewLicense;
import tenure.domain.license.LicenseCommand.SellLicense;
import tenure.domain.license.event.LicenseCancelled;
import tenure.domain.license.event.LicenseRenewed;
import tenure.domain.license.event.LicenseSold;
import tenure.domain.license.event.SeatsChanged;
import tenure.domain.shared.Label;

class LicenseTest {

    private static final LicenseId ID = new LicenseId("L1");
    private static final LocalDate START = LocalDate.of(2026, 1, 1);
    private static final LocalDate END = LocalDate.of(2027, 1, 1);
    private static final LocalDate NEXT_END = LocalDate.of(2028, 1, 1);
    private static final Instant THEN = Instant.parse("2026-01-01T09:00:00Z");

    private final AggregateTestFixture<License> license = new AggregateTestFixture<>(License.class);

    @Nested
    class Selling {
        @Test
        void isRecorded() {
            license.givenNoPriorActivity()
                    .when(new SellLicense(
                            ID,
                            new CustomerId("acme"),
                            new Label("crm"),
                            new Label("basic"),
                            new Seats(10),
                            new MinorUnits(2_000),
                            new CurrencyCode("EUR"),
                            START,
                            END,
                            true,
                            THEN))
                    .expectEvents(sold());
        }
    }

    @Nested
    class ChangingSeats {
        @Test
        void isRecorded() {
            license.given(sold()).when(seats(12, START.plusDays(40))).expectEvents(changed(12, START.plusDays(40)));
        }

        @Test
        void changesNothingWhenTheyAreInForceAlready() {
            license.given(sold(), changed(12, START.plusDays(40)))
                    .when(seats(12, START.plusDays(50)))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void comparesWithWhatIsInForceOnThatDay() {
            license.given(sold(), changed(12, START.plusDays(40)))
                    .when(seats(12, START.plusDays(39)))
                    .expectEvents(changed(12, START.plusDays(39)));
        }

        @Test
        void isPossibleInTheRunningTermWhenTheNextIsAgreed() {
            license.given(sold(), renewed(END, NEXT_END))
                    .when(seats(12, END.minusDays(1)))
                    .expectEvents(changed(12, END.minusDays(1)));
        }

        @Test
        void isRefusedOnTheDayTheTermEnds() {
            license.given(sold()).when(seats(12, END)).expectNoEvents().expectExceptionMessage(OUTSIDE_TERM.name());
        }

        @Test
        void isRefusedBeforeTheTermStarts() {
            license.given(sold())
                    .when(seats(12, START.minusDays(1)))
                    .expectNoEvents()
                    .expectExceptionMessage(OUTSIDE_TERM.name());
        }

        @Test
        void isRefusedFromTheDayTheLicenseIsCancelled() {
            license.given(sold(), cancelled(START.plusDays(100)))
                    .when(seats(12, START.plusDays(100)))
                    .expectNoEvents()
                    .expectExceptionMessage(ALREADY_CANCELLED.name());
        }

        @Test
        void isPossibleUntilTheDayTheLicenseIsCancelled() {
            license.given(sold(), cancelled(START.plusDays(100)))
                    .when(seats(12, START.plusDays(99)))
                    .expectEvents(changed(12, START.plusDays(99)));
        }
    }

    @Nested
    class Renewing {
        @Test
        void isRecorded() {
            license.given(sold()).when(renew("EUR", END, NEXT_END)).expectEvents(renewed(END, NEXT_END));
        }

        @Test
        void isPossibleAfterAGap() {
            license.given(sold())
                    .when(renew("EUR", END.plusDays(9), NEXT_END))
                    .expectEvents(renewed(END.plusDays(9), NEXT_END));
        }

        @Test
        void changesNothingWhenAskedAgain() {
            license.given(sold(), renewed(END, NEXT_END))
                    .when(renew("EUR", END, NEXT_END))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void isRefusedWhenItStartsBeforeTheLastTermEnds() {
            license.given(sold())
                    .when(renew("EUR", END.minusDays(1), NEXT_END))
                    .expectNoEvents()
                    .expectExceptionMessage(TERMS_OVERLAP.name());
        }

        @Test
        void isRefusedInAnotherCurrency() {
            license.given(sold())
                    .when(renew("USD", END, NEXT_END))
                    .expectNoEvents()
                    .expectExceptionMessage(CURRENCY_DIFFERS.name());
        }

        @Test
        void isRefusedAfterACancellation() {
            license.given(sold(), cancelled(END))
                    .when(renew("EUR", END, NEXT_END))
                    .expectNoEvents()
                    .expectExceptionMessage(ALREADY_CANCELLED.name());
        }
    }

    @Nested
    class Cancelling {
        @Test
        void isRecorded() {
            license.given(sold()).when(cancel(START.plusDays(30))).expectEvents(cancelled(START.plusDays(30)));
        }

        @Test
        void isPossibleAtTheEndOfTheTerm() {
            license.given(sold()).when(cancel(END)).expectEvents(cancelled(END));
        }

        @Test
        void isPossibleBeforeATermThatIsAgreedButHasNotStarted() {
            license.given(sold(), renewed(END, NEXT_END)).when(cancel(END)).expectEvents(cancelled(END));
        }

        @Test
        void changesNothingWhenAskedAgainForTheSameDay() {
            license.given(sold(), cancelled(END))
                    .when(cancel(END))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void isRefusedForAnotherDay() {
            license.given(sold(), cancelled(END))
                    .when(cancel(END.minusDays(1)))
                    .expectNoEvents()
                    .expectExceptionMessage(ALREADY_CANCELLED.name());
        }

        @Test
        void isRefusedBeforeTheFirstDay() {
            license.given(sold())
                    .when(cancel(START.minusDays(1)))
                    .expectNoEvents()
                    .expectExceptionMessage(CANCELLED_BEFORE_START.name());
        }

        @Test
        void isRefusedAfterTheLastTerm() {
            license.given(sold())
                    .when(cancel(END.plusDays(1)))
                    .expectNoEvents()
                    .expectExceptionMessage(OUTSIDE_TERM.name());
        }
    }

    private static LicenseSold sold() {
        return new LicenseSold("L1", "acme", "crm", "basic", 10, 2_000, "EUR", START, END, true, THEN);
    }

    private static LicenseRenewed renewed(LocalDate from, LocalDate to) {
        return new LicenseRenewed("L1", "acme", "basic", 10, 2_000, "EUR", from, to, true, THEN);
    }

    private static SeatsChanged changed(int seats, LocalDate day) {
        return new SeatsChanged("L1", "acme", seats, 2_000, day, THEN);
    }

    private static LicenseCancelled cancelled(LocalDate day) {
        return new LicenseCancelled("L1", "acme", day, THEN);
    }

    private static ChangeSeats seats(int seats, LocalDate day) {
        return new ChangeSeats(ID, new Seats(seats), new MinorUnits(2_000), day, THEN);
    }

    private static RenewLicense renew(String currency, LocalDate from, LocalDate to) {
        return new RenewLicense(
                ID,
                new Label("basic"),
                new Seats(10),
                new MinorUnits(2_000),
                new CurrencyCode(currency),
                from,
                to,
                true,
                THEN);
    }

    private static CancelLicense cancel(LocalDate day) {
        return new CancelLicense(ID, day, THEN);
    }
}
