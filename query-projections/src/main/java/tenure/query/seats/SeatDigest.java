package tenure.query.seats;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tenure.query.life.Life;
import tenure.query.seats.FindSeats.Row;
import tenure.query.seats.PersonDays.Count;
import tenure.query.seats.SeatOverview.Presence;
import tenure.query.shared.AsOf;

/**
 * The balance of a customer on any day, in little room: what is kept of every customer, so that questions about all of them
 * need not go through their lives. It says of a day what the ledgers say, though not which events say so.
 */
final class SeatDigest {

    /** No question is about a later day. */
    private static final AsOf EVERYTHING = new AsOf(LocalDate.of(9999, 12, 31));

    private static final int NEVER = Integer.MAX_VALUE;
    private static final long UNKNOWN = -1;

    private final String customerId;

    /** Agreements, oldest first; before the first of them there was nothing. */
    private final List<Standing> standings;

    /** First days: as a customer, signed up, with a seat given to somebody, with a person, with any use. */
    private final int knownSince;

    private final int registeredOn;
    private final int assignedSince;
    private final int personsSince;
    private final int activeSince;

    private final Steps sold;
    private final Steps assigned;

    /** Price of all seats per month, by currency; {@link #UNKNOWN} while none are in force. */
    private final SortedMap<String, Steps> monthly = new TreeMap<>();

    private final Map<Count, Steps> people = new EnumMap<>(Count.class);

    /** Most people active on a day of the window, where only totals are told. */
    private final Steps busiest;

    /**
     * What is agreed with the customer.
     *
     * @param since     first day on which it is so
     * @param startedOn since when it has been a customer; null when nothing is in force
     */
    private record Standing(
            int since, String name, boolean gone, @Nullable LocalDate startedOn) {

        boolean isLike(Standing other) {
            return name.equals(other.name) && gone == other.gone && Objects.equals(startedOn, other.startedOn);
        }
    }

    private SeatDigest(CustomerLedger ledger, LocalDate knownSince, PeopleLedger people) {
        this.customerId = ledger.customerId();
        this.standings = standings(ledger);
        this.knownSince = Steps.number(knownSince);
        this.registeredOn = first(ledger.registeredOn());
        this.assignedSince = first(ledger.firstAssignedOn());
        this.personsSince = first(people.firstPersonOn());
        this.activeSince = first(people.firstActiveOn());
        var series = new SeatSeries(ledger, people);
        var soldOn = new TreeMap<LocalDate, Long>();
        var heldOn = new TreeMap<LocalDate, Long>();
        var pricesOn = new TreeMap<String, SortedMap<LocalDate, Long>>();
        for (var day : series.daysOfChange()) {
            var stock = series.stock(day);
            soldOn.put(day, stock.sold());
            heldOn.put(day, stock.held());
            stock.monthly().keySet().forEach(currency -> pricesOn.computeIfAbsent(currency, any -> new TreeMap<>()));
            pricesOn.forEach(
                    (currency, prices) -> prices.put(day, stock.monthly().getOrDefault(currency, UNKNOWN)));
        }
        this.sold = Steps.of(0, soldOn);
        this.assigned = Steps.of(0, heldOn);
        pricesOn.forEach((currency, prices) -> monthly.put(currency.intern(), Steps.of(UNKNOWN, prices)));
        for (var count : Count.values()) {
            this.people.put(count, Steps.of(0, people.series(count)));
        }
        var busiestOn = new TreeMap<LocalDate, Long>();
        people.busiest().forEach((day, most) -> busiestOn.put(day, most == null ? UNKNOWN : most));
        this.busiest = Steps.of(0, busiestOn);
    }

    /** The balances of a life; null when it tells of no customer. */
    static @Nullable SeatDigest of(Life life, Life definitions) {
        var ledger = CustomerLedger.of(life);
        var knownSince = ledger.knownSince();
        return knownSince == null
                ? null
                : new SeatDigest(ledger, knownSince, PeopleLedger.of(life, definitions, EVERYTHING));
    }

    private static int first(@Nullable LocalDate day) {
        return day == null ? NEVER : Steps.number(day);
    }

    private static List<Standing> standings(CustomerLedger ledger) {
        var standings = new ArrayList<Standing>();
        for (var day : ledger.daysOfAgreements()) {
            var standing = new Standing(
                    Steps.number(day),
                    ledger.name(day),
                    ledger.gone(day),
                    ledger.on(day).startedOn());
            if (standings.isEmpty() || !standings.getLast().isLike(standing)) {
                standings.add(standing);
            }
        }
        return List.copyOf(standings);
    }

    String customerId() {
        return customerId;
    }

    boolean isKnown(LocalDate day) {
        return knownSince <= Steps.number(day);
    }

    /** The customer on a day. */
    Row row(LocalDate asOf) {
        int day = Steps.number(asOf);
        var tally = tally(asOf, asOf);
        var standing = standing(day);
        return new Row(
                customerId,
                standing.name,
                standing.gone ? Presence.CHURNED : Presence.LIVE,
                basis(day, day),
                tally,
                standing.startedOn,
                SeatColour.ofUtilisation(tally.active28(), tally.sold(), SeatBalance.months(standing.startedOn, asOf)));
    }

    private Standing standing(int day) {
        var last = standings.getFirst();
        for (var standing : standings) {
            last = standing.since <= day ? standing : last;
        }
        return last;
    }

    /** Whether anybody is known by name at the end of a day, as it is seen from a later one. */
    boolean knowsPersons(LocalDate day, LocalDate asOf) {
        return knowsPersons(Steps.number(day), Steps.number(asOf));
    }

    private boolean knowsPersons(int day, int asOf) {
        return assignedSince <= day || (registeredOn <= asOf && personsSince <= day);
    }

    private SeatBasis basis(int day, int asOf) {
        return !knowsPersons(day, asOf) && registeredOn <= asOf && activeSince <= day
                ? SeatBasis.DAY_TOTALS
                : SeatBasis.PERSONS;
    }

    /** The counts at the end of a day, as it is seen from a later one: nobody is counted who had not signed up by that. */
    SeatTally tally(LocalDate on, LocalDate asOf) {
        int day = Steps.number(on);
        int seen = Steps.number(asOf);
        var prices = new TreeMap<String, Long>();
        monthly.forEach((currency, price) -> {
            if (price.on(day) != UNKNOWN) {
                prices.put(currency, price.on(day));
            }
        });
        if (basis(day, seen) == SeatBasis.DAY_TOTALS) {
            long most = busiest.on(day);
            return SeatTally.ofTotals(sold.on(day), most == UNKNOWN ? null : (Long) most, prices);
        }
        return new SeatTally(
                sold.on(day),
                assigned.on(day),
                count(Count.LOGGED_ON, day, seen),
                count(Count.TRAINED, day, seen),
                count(Count.ACTIVE28, day, seen),
                count(Count.ENGAGED28, day, seen),
                count(Count.DEPLOYED, day, seen),
                prices);
    }

    private long count(Count count, int day, int asOf) {
        var steps = people.get(count);
        return steps == null || registeredOn > asOf ? 0 : steps.on(day);
    }
}
