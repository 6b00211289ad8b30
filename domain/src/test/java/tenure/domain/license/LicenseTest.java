package tenure.domain.license;

import static tenure.domain.license.LicenseExamples.END;
import static tenure.domain.license.LicenseExamples.ID;
import static tenure.domain.license.LicenseExamples.NEXT_END;
import static tenure.domain.license.LicenseExamples.START;
import static tenure.domain.license.LicenseExamples.THEN;
import static tenure.domain.license.LicenseExamples.cancel;
import static tenure.domain.license.LicenseExamples.cancelled;
import static tenure.domain.license.LicenseExamples.changed;
import static tenure.domain.license.LicenseExamples.expired;
import static tenure.domain.license.LicenseExamples.noticed;
import static tenure.domain.license.LicenseExamples.plan;
import static tenure.domain.license.LicenseExamples.planned;
import static tenure.domain.license.LicenseExamples.renew;
import static tenure.domain.license.LicenseExamples.renewed;
import static tenure.domain.license.LicenseExamples.seats;
import static tenure.domain.license.LicenseExamples.sold;
import static tenure.domain.license.LicenseExamples.withdrawn;
import static tenure.domain.license.LicenseRefusal.ALREADY_CANCELLED;
import static tenure.domain.license.LicenseRefusal.CANCELLED_BEFORE_START;
import static tenure.domain.license.LicenseRefusal.CURRENCY_DIFFERS;
import static tenure.domain.license.LicenseRefusal.OUTSIDE_TERM;
import static tenure.domain.license.LicenseRefusal.TERMS_OVERLAP;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tenure.domain.customer.CustomerId;
import tenure.domain.license.LicenseCommand.SellLicense;
import tenure.domain.shared.Label;

class LicenseTest {

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
    class ChangingThePlan {
        @Test
        void isRecorded() {
            license.given(sold())
                    .when(plan("pro", START.plusDays(40)))
                    .expectEvents(planned("pro", START.plusDays(40)));
        }

        @Test
        void changesNothingWhenItIsInForceAlready() {
            license.given(sold(), planned("pro", START.plusDays(40)))
                    .when(plan("pro", START.plusDays(50)))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void isStillInForceAfterTheSeatsChanged() {
            license.given(sold(), changed(12, START.plusDays(50)), planned("pro", START.plusDays(40)))
                    .when(plan("pro", START.plusDays(60)))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void leavesTheSeatsAsTheyAre() {
            license.given(sold(), changed(12, START.plusDays(30)), planned("pro", START.plusDays(40)))
                    .when(seats(12, START.plusDays(50)))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void isRefusedOnTheDayTheTermEnds() {
            license.given(sold()).when(plan("pro", END)).expectNoEvents().expectExceptionMessage(OUTSIDE_TERM.name());
        }

        @Test
        void isRefusedFromTheDayTheLicenseIsCancelled() {
            license.given(sold(), cancelled(START.plusDays(100)))
                    .when(plan("pro", START.plusDays(100)))
                    .expectNoEvents()
                    .expectExceptionMessage(ALREADY_CANCELLED.name());
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
        void takesBackTheNoticeThatStands() {
            license.given(sold(), noticed(END))
                    .when(renew("EUR", END, NEXT_END))
                    .expectEvents(withdrawn(), renewed(END, NEXT_END));
        }

        @Test
        void doesNotTakeBackANoticeTwice() {
            license.given(sold(), noticed(END), withdrawn())
                    .when(renew("EUR", END, NEXT_END))
                    .expectEvents(renewed(END, NEXT_END));
        }

        @Test
        void isPossibleAfterTheLicenseExpired() {
            license.given(sold(), expired(END))
                    .when(renew("EUR", END.plusDays(3), NEXT_END))
                    .expectEvents(renewed(END.plusDays(3), NEXT_END));
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
}
