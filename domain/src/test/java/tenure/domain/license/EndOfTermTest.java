package tenure.domain.license;

import static tenure.domain.license.LicenseExamples.END;
import static tenure.domain.license.LicenseExamples.ID;
import static tenure.domain.license.LicenseExamples.NEXT_END;
import static tenure.domain.license.LicenseExamples.THEN;
import static tenure.domain.license.LicenseExamples.cancelled;
import static tenure.domain.license.LicenseExamples.changed;
import static tenure.domain.license.LicenseExamples.expire;
import static tenure.domain.license.LicenseExamples.expired;
import static tenure.domain.license.LicenseExamples.give;
import static tenure.domain.license.LicenseExamples.goOn;
import static tenure.domain.license.LicenseExamples.noticed;
import static tenure.domain.license.LicenseExamples.open;
import static tenure.domain.license.LicenseExamples.opened;
import static tenure.domain.license.LicenseExamples.renewed;
import static tenure.domain.license.LicenseExamples.sold;
import static tenure.domain.license.LicenseExamples.withdraw;
import static tenure.domain.license.LicenseExamples.withdrawn;
import static tenure.domain.license.LicenseRefusal.ALREADY_CANCELLED;
import static tenure.domain.license.LicenseRefusal.NOTICE_AFTER_TERM;
import static tenure.domain.license.LicenseRefusal.NOT_YET_OVER;
import static tenure.domain.license.LicenseRefusal.NO_NOTICE_GIVEN;

import java.time.Instant;
import java.time.LocalDate;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tenure.domain.license.LicenseCommand.ContinueLicense;
import tenure.domain.license.LicenseCommand.ExpireLicense;
import tenure.domain.license.event.LicenseRenewed;
import tenure.domain.license.event.PlanChanged;

class EndOfTermTest {

    private static final Instant AUTUMN = Instant.parse("2026-10-01T00:00:00Z");
    private static final Instant LAST_MOMENT = Instant.parse("2026-12-31T23:59:59Z");
    private static final Instant OVER = Instant.parse("2027-01-01T00:00:00Z");

    private final AggregateTestFixture<License> license = new AggregateTestFixture<>(License.class);

    @Nested
    class OpeningTheRenewalWindow {
        @Test
        void isRecorded() {
            license.given(sold()).when(open(END, AUTUMN)).expectEvents(opened(END, AUTUMN));
        }

        @Test
        void changesNothingWhenNoTermEndsThen() {
            changesNothing(open(END.minusDays(1), AUTUMN), sold());
        }

        @Test
        void changesNothingWhenItWasOpenedBefore() {
            changesNothing(open(END, AUTUMN.plusSeconds(1)), sold(), opened(END, AUTUMN));
        }

        @Test
        void changesNothingWhenTheNextTermHadBeenAgreedByThen() {
            changesNothing(open(END, AUTUMN), sold(), renewed(END, NEXT_END, AUTUMN));
        }

        @Test
        void isRecordedWhenTheNextTermWasAgreedLater() {
            license.given(sold(), renewed(END, NEXT_END, AUTUMN.plusSeconds(1)))
                    .when(open(END, AUTUMN))
                    .expectEvents(opened(END, AUTUMN));
        }

        @Test
        void isRecordedForTheNextTermToo() {
            license.given(sold(), opened(END, AUTUMN), renewed(END, NEXT_END, AUTUMN))
                    .when(open(NEXT_END, OVER))
                    .expectEvents(opened(NEXT_END, OVER));
        }

        @Test
        void changesNothingWhenTheLicenseHadBeenCancelledByThen() {
            changesNothing(open(END, AUTUMN), sold(), cancelled(END, AUTUMN));
        }

        @Test
        void isRecordedWhenTheLicenseWasCancelledLater() {
            license.given(sold(), cancelled(END, AUTUMN.plusSeconds(1)))
                    .when(open(END, AUTUMN))
                    .expectEvents(opened(END, AUTUMN));
        }
    }

    @Nested
    class GivingNotice {
        @Test
        void isRecordedWithTheEndOfTheLastTerm() {
            license.given(sold(), renewed(END, NEXT_END)).when(give(THEN)).expectEvents(noticed(NEXT_END));
        }

        @Test
        void isPossibleUntilTheTermEnds() {
            license.given(sold()).when(give(LAST_MOMENT)).expectSuccessfulHandlerExecution();
        }

        @Test
        void isRefusedAtTheMomentTheTermEnds() {
            license.given(sold()).when(give(OVER)).expectNoEvents().expectExceptionMessage(NOTICE_AFTER_TERM.name());
        }

        @Test
        void changesNothingWhenItWasGivenAlready() {
            changesNothing(give(AUTUMN), sold(), noticed(END));
        }

        @Test
        void isPossibleAgainAfterItWasTakenBack() {
            license.given(sold(), noticed(END), withdrawn()).when(give(THEN)).expectEvents(noticed(END));
        }

        @Test
        void isPossibleAgainForTheNextTerm() {
            license.given(sold(), noticed(END), withdrawn(), renewed(END, NEXT_END))
                    .when(give(THEN))
                    .expectEvents(noticed(NEXT_END));
        }

        @Test
        void isRefusedAfterACancellation() {
            license.given(sold(), cancelled(END))
                    .when(give(AUTUMN))
                    .expectNoEvents()
                    .expectExceptionMessage(ALREADY_CANCELLED.name());
        }
    }

    @Nested
    class WithdrawingNotice {
        @Test
        void isRecorded() {
            license.given(sold(), noticed(END)).when(withdraw(THEN)).expectEvents(withdrawn());
        }

        @Test
        void changesNothingWhenItWasTakenBackAlready() {
            changesNothing(withdraw(AUTUMN), sold(), noticed(END), withdrawn());
        }

        @Test
        void isRefusedWhenNoneWasGiven() {
            license.given(sold())
                    .when(withdraw(AUTUMN))
                    .expectNoEvents()
                    .expectExceptionMessage(NO_NOTICE_GIVEN.name());
        }

        @Test
        void isRefusedWhenNoneWasGivenForTheTermThatWasAgreedSince() {
            license.given(sold(), noticed(END), withdrawn(), renewed(END, NEXT_END))
                    .when(withdraw(AUTUMN))
                    .expectNoEvents()
                    .expectExceptionMessage(NO_NOTICE_GIVEN.name());
        }

        @Test
        void isRefusedAtTheMomentTheTermEnds() {
            license.given(sold(), noticed(END))
                    .when(withdraw(OVER))
                    .expectNoEvents()
                    .expectExceptionMessage(NOTICE_AFTER_TERM.name());
        }

        @Test
        void isRefusedAfterACancellation() {
            license.given(sold(), noticed(END), cancelled(END))
                    .when(withdraw(AUTUMN))
                    .expectNoEvents()
                    .expectExceptionMessage(ALREADY_CANCELLED.name());
        }
    }

    @Nested
    class Expiring {
        @Test
        void isRecordedWhenTheLicenseDoesNotRenewItself() {
            license.given(sold(false)).when(expire(END)).expectEvents(expired(END));
        }

        @Test
        void isRefusedBeforeTheTermIsOver() {
            license.given(sold(false))
                    .when(new ExpireLicense(ID, END, THEN))
                    .expectNoEvents()
                    .expectExceptionMessage(NOT_YET_OVER.name());
        }

        @Test
        void isRecordedWhenNoticeWasGiven() {
            license.given(sold(), noticed(END)).when(expire(END)).expectEvents(expired(END));
        }

        @Test
        void changesNothingWhenTheLicenseRenewsItself() {
            changesNothing(expire(END), sold());
        }

        @Test
        void changesNothingWhenTheNoticeWasTakenBack() {
            changesNothing(expire(END), sold(), noticed(END), withdrawn());
        }

        @Test
        void changesNothingOnAnyOtherDay() {
            changesNothing(expire(END.minusDays(1)), sold(false));
        }

        @Test
        void changesNothingWhenAnotherTermWasAgreed() {
            changesNothing(expire(END), sold(false), renewed(END, NEXT_END));
        }

        @Test
        void changesNothingAfterACancellation() {
            changesNothing(expire(END), sold(false), cancelled(END));
        }

        @Test
        void changesNothingWhenItHasExpiredAlready() {
            changesNothing(expire(END), sold(false), expired(END));
        }

        @Test
        void isRecordedAgainAfterALateRenewal() {
            license.given(sold(false), expired(END), renewed(END.plusDays(3), NEXT_END), noticed(NEXT_END))
                    .when(expire(NEXT_END))
                    .expectEvents(expired(NEXT_END));
        }
    }

    @Nested
    class GoingOn {
        @Test
        void addsATermAsLongAsTheLastOne() {
            license.given(sold()).when(goOn(END)).expectEvents(renewed(END, NEXT_END, OVER));
        }

        @Test
        void takesPlanSeatsAndPriceAsTheyStandAtTheEnd() {
            license.given(
                            sold(),
                            changed(12, END.minusMonths(6)),
                            changed(15, END.minusDays(1)),
                            new PlanChanged("L1", "acme", "pro", 2_500, END.minusDays(1), THEN))
                    .when(goOn(END))
                    .expectEvents(new LicenseRenewed("L1", "acme", "pro", 15, 2_500, "EUR", END, NEXT_END, true, OVER));
        }

        @Test
        void goesOnAgainAfterwards() {
            license.given(sold(), renewed(END, NEXT_END))
                    .when(goOn(NEXT_END))
                    .expectEvents(
                            renewed(NEXT_END, LocalDate.parse("2029-01-01"), Instant.parse("2028-01-01T00:00:00Z")));
        }

        @Test
        void isRecordedWhenTheNoticeWasTakenBack() {
            license.given(sold(), noticed(END), withdrawn()).when(goOn(END)).expectEvents(renewed(END, NEXT_END, OVER));
        }

        @Test
        void changesNothingWhenNoticeWasGiven() {
            changesNothing(goOn(END), sold(), noticed(END));
        }

        @Test
        void changesNothingWhenTheLicenseDoesNotRenewItself() {
            changesNothing(goOn(END), sold(false));
        }

        @Test
        void changesNothingWhenItWasRenewedByHandOrHasGoneOnBefore() {
            changesNothing(goOn(END), sold(), renewed(END.plusDays(3), NEXT_END));
            changesNothing(goOn(END), sold(), renewed(END, NEXT_END));
        }

        @Test
        void changesNothingAfterACancellation() {
            changesNothing(goOn(END), sold(), cancelled(END));
        }

        @Test
        void isRefusedBeforeTheTermIsOver() {
            license.given(sold())
                    .when(new ContinueLicense(ID, END, LAST_MOMENT))
                    .expectNoEvents()
                    .expectExceptionMessage(NOT_YET_OVER.name());
        }
    }

    private void changesNothing(LicenseCommand command, Object... given) {
        license.given(given).when(command).expectSuccessfulHandlerExecution().expectNoEvents();
    }
}
