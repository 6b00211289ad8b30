package tenure.query.seats;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tenure.query.seats.PersonDays.Count;
import tenure.query.seats.SeatCount.LicenseDay;
import tenure.query.seats.Seating.Seat;
import tenure.query.shared.Money;
import tenure.query.shared.Question;

/**
 * Bare counts of a day. What cannot be known is null.
 *
 * @param sold              seats in force
 * @param assigned          seats in force that somebody has
 * @param loggedOn          people who ever logged on
 * @param trained           people who completed all required courses
 * @param active28          people with a core event in 28 days
 * @param engaged28         people who logged on in 28 days
 * @param deployed          people who were invited or activated, and not deactivated
 * @param monthlyMinorUnits price of all seats per month, by currency
 */
record SeatTally(
        long sold,
        @Nullable Long assigned,
        @Nullable Long loggedOn,
        @Nullable Long trained,
        @Nullable Long active28,
        @Nullable Long engaged28,
        @Nullable Long deployed,
        SortedMap<String, Long> monthlyMinorUnits) {

    /** What there is on a day; people of whom only totals are known cannot be told to have a seat, or a training. */
    static SeatTally of(CustomerLedger ledger, SeatCount seats, PeopleLedger people, LocalDate day) {
        return people.basis(day, ledger.hasAssigned(day)) == SeatBasis.DAY_TOTALS
                ? ofTotals(seats.sold(), people.busiestCount(day), seats.monthlyMinorUnits())
                : ofPeople(seats, people, day, user -> true);
    }

    /** The same of one license, for which those count who have a seat of it. */
    static SeatTally of(LicenseDay license, SeatBasis basis, PeopleLedger people, LocalDate day) {
        var seats = new SeatCount(List.of(license), null);
        var holders = license.held().stream().map(Seat::userId).collect(Collectors.toSet());
        return basis == SeatBasis.DAY_TOTALS
                ? ofTotals(seats.sold(), null, seats.monthlyMinorUnits())
                : ofPeople(seats, people, day, holders::contains);
    }

    static SeatTally ofTotals(long sold, @Nullable Long active28, SortedMap<String, Long> monthlyMinorUnits) {
        return new SeatTally(sold, null, null, null, active28, null, null, monthlyMinorUnits);
    }

    private static SeatTally ofPeople(SeatCount seats, PeopleLedger people, LocalDate day, Predicate<String> among) {
        return new SeatTally(
                seats.sold(),
                seats.assigned(),
                people.count(Count.LOGGED_ON, day, among),
                people.count(Count.TRAINED, day, among),
                people.count(Count.ACTIVE28, day, among),
                people.count(Count.ENGAGED28, day, among),
                people.count(Count.DEPLOYED, day, among),
                seats.monthlyMinorUnits());
    }

    /** What is counted against the seats sold. */
    enum Measure {
        ASSIGNMENT,
        LOG_ON,
        TRAINING,
        ACTIVITY;

        /** The word for it in the names of figures. */
        String word() {
            return Question.word(this);
        }
    }

    /** Seats sold beyond what is counted; less than 0 when more is counted than was sold. Null when it is not known. */
    @Nullable Long gap(Measure measure) {
        var count = switch (measure) {
            case ASSIGNMENT -> assigned;
            case LOG_ON -> loggedOn;
            case TRAINING -> trained;
            case ACTIVITY -> active28;
        };
        return count == null ? null : (Long) (sold - count);
    }

    /** What the seats that lack something cost per month, by currency. Null when it is not known. */
    @Nullable List<Money> gapPrice(Measure measure) {
        var gap = gap(measure);
        return gap == null ? null : SeatCount.priceOf(Math.max(0, gap), sold, monthlyMinorUnits);
    }
}
