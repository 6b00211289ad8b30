package tenure.domain.license;

import static tenure.domain.license.LicenseExamples.END;
import static tenure.domain.license.LicenseExamples.NEXT_END;
import static tenure.domain.license.LicenseExamples.START;
import static tenure.domain.license.LicenseExamples.assign;
import static tenure.domain.license.LicenseExamples.cancelled;
import static tenure.domain.license.LicenseExamples.changed;
import static tenure.domain.license.LicenseExamples.expired;
import static tenure.domain.license.LicenseExamples.release;
import static tenure.domain.license.LicenseExamples.released;
import static tenure.domain.license.LicenseExamples.renew;
import static tenure.domain.license.LicenseExamples.renewed;
import static tenure.domain.license.LicenseExamples.seat;
import static tenure.domain.license.LicenseExamples.seats;
import static tenure.domain.license.LicenseExamples.sold;
import static tenure.domain.license.LicenseRefusal.ALL_SEATS_TAKEN;
import static tenure.domain.license.LicenseRefusal.OUTSIDE_TERM;
import static tenure.domain.license.LicenseRefusal.SEATS_STILL_ASSIGNED;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.hamcrest.CustomMatcher;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tenure.domain.shared.CommandRefused;

class SeatingTest {

    private final AggregateTestFixture<License> license = new AggregateTestFixture<>(License.class);

    @Nested
    class AssigningASeat {
        @Test
        void isRecorded() {
            license.given(sold()).when(assign("anna", 3)).expectEvents(seat("anna", 3));
        }

        @Test
        void changesNothingWhenTheUserHasOne() {
            license.given(sold(), seat("anna", 3))
                    .when(assign("anna", 9))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void isPossibleForTheLastSeat() {
            license.given(sold(), changed(2, START), seat("anna", 3))
                    .when(assign("ben", 9))
                    .expectEvents(seat("ben", 9));
        }

        @Test
        void isRefusedWhenAllSeatsAreTaken() {
            license.given(sold(), changed(2, START), seat("anna", 3), seat("ben", 9))
                    .when(assign("carla", 9))
                    .expectNoEvents()
                    .expectExceptionMessage(ALL_SEATS_TAKEN.name());
        }

        @Test
        void isRefusedWhenTheSeatIsGivenUpLater() {
            license.given(sold(), changed(1, START.plusDays(90)), seat("anna", 3))
                    .when(assign("ben", 9))
                    .expectNoEvents()
                    .expectExceptionMessage(ALL_SEATS_TAKEN.name());
        }

        @Test
        void doesNotCountSeatsThatWereFewerBefore() {
            license.given(sold(), changed(1, START.plusDays(5)), changed(2, START.plusDays(9)), seat("anna", 6))
                    .when(assign("ben", 9))
                    .expectEvents(seat("ben", 9));
        }

        @Test
        void isPossibleWhenOneWasReleased() {
            license.given(sold(), changed(1, START), seat("anna", 3), released("anna"))
                    .when(assign("ben", 9))
                    .expectEvents(seat("ben", 9));
        }

        @Test
        void isRefusedAtTheMomentTheTermEnds() {
            license.given(sold())
                    .when(assign("anna", 365))
                    .expectNoEvents()
                    .expectExceptionMessage(OUTSIDE_TERM.name());
        }

        @Test
        void isPossibleOnTheLastDayOfTheTerm() {
            license.given(sold()).when(assign("anna", 364)).expectEvents(seat("anna", 364));
        }

        @Test
        void isRefusedFromTheDayTheLicenseIsCancelled() {
            license.given(sold(), cancelled(START.plusDays(100)))
                    .when(assign("anna", 100))
                    .expectNoEvents()
                    .expectExceptionMessage(OUTSIDE_TERM.name());
        }

        @Test
        void beginsAnewAfterALicenseExpiredAndWasRenewedLate() {
            license.given(sold(), seat("anna", 3), expired(END), renewed(END.plusDays(3), NEXT_END))
                    .when(assign("anna", 400))
                    .expectEvents(seat("anna", 400));
        }
    }

    @Nested
    class ReleasingASeat {
        @Test
        void isRecorded() {
            license.given(sold(), seat("anna", 3)).when(release("anna")).expectEvents(released("anna"));
        }

        @Test
        void changesNothingWhenTheUserHasNone() {
            license.given(sold(), seat("anna", 3), released("anna"))
                    .when(release("anna"))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }
    }

    @Nested
    class ChangingToFewerSeatsThanAreTaken {
        @Test
        void isRefusedWithTheUsersToChooseFromLatestFirst() {
            license.given(sold(), seat("anna", 3), seat("ben", 9), seat("carla", 5))
                    .when(seats(1, START.plusDays(40)))
                    .expectNoEvents()
                    .expectException(tooFewSeats(2, "ben", "carla", "anna"));
        }

        @Test
        void isPossibleWhenEnoughAreReleasedWithIt() {
            license.given(sold(), seat("anna", 3), seat("ben", 9))
                    .when(seats(1, START.plusDays(40), "ben", "ben", "nobody"))
                    .expectEvents(released("ben"), changed(1, START.plusDays(40)));
        }

        @Test
        void isRefusedWhenTooFewAreReleasedWithIt() {
            license.given(sold(), seat("anna", 3), seat("ben", 9), seat("carla", 5))
                    .when(seats(1, START.plusDays(40), "ben"))
                    .expectNoEvents()
                    .expectException(tooFewSeats(1, "carla", "anna"));
        }

        @Test
        void isPossibleForAPeriodThatWasOverBeforeTheyGotTheirs() {
            license.given(sold(), changed(10, START.plusDays(60)), seat("anna", 3), seat("ben", 60))
                    .when(seats(1, START.plusDays(40)))
                    .expectEvents(changed(1, START.plusDays(40)));
        }

        @Test
        void isRefusedForAPeriodInWhichTheyHadTheirs() {
            license.given(sold(), changed(10, START.plusDays(60)), seat("anna", 3), seat("ben", 59))
                    .when(seats(1, START.plusDays(40)))
                    .expectNoEvents()
                    .expectExceptionMessage(SEATS_STILL_ASSIGNED.name());
        }

        @Test
        void releasesAlsoWhenTheSeatsAreInForceAlready() {
            license.given(sold(), seat("anna", 3))
                    .when(seats(10, START.plusDays(40), "anna"))
                    .expectEvents(released("anna"));
        }
    }

    @Nested
    class RenewingWithSeatsTaken {
        @Test
        void isRefusedWithFewerSeatsThanAreTaken() {
            license.given(withElevenSeatsTaken())
                    .when(renew("EUR", END, NEXT_END))
                    .expectNoEvents()
                    .expectException(
                            tooFewSeats(1, "u11", "u10", "u9", "u8", "u7", "u6", "u5", "u4", "u3", "u2", "u1"));
        }

        @Test
        void releasesTheSeatsItNames() {
            license.given(withElevenSeatsTaken())
                    .when(renew("EUR", END, NEXT_END, "u7"))
                    .expectEvents(released("u7"), renewed(END, NEXT_END));
        }

        @Test
        void releasesThemAlsoWhenTheTermIsAgreedAlready() {
            license.given(sold(), renewed(END, NEXT_END), seat("anna", 3))
                    .when(renew("EUR", END, NEXT_END, "anna"))
                    .expectEvents(released("anna"));
        }

        private static List<?> withElevenSeatsTaken() {
            var seats = IntStream.rangeClosed(1, 11).mapToObj(n -> seat("u" + n, n));
            return Stream.concat(Stream.of(sold(), changed(11, START)), seats).toList();
        }
    }

    private static Matcher<Object> tooFewSeats(int tooFew, String... candidates) {
        return new CustomMatcher<>("a refusal by " + tooFew + " with " + List.of(candidates)) {
            @Override
            public boolean matches(Object thrown) {
                return thrown instanceof CommandRefused refused
                        && refused.refusal() == SEATS_STILL_ASSIGNED
                        && refused.text().startsWith("Too few seats by " + tooFew + " ")
                        && refused.candidates().equals(List.of(candidates));
            }
        };
    }
}
