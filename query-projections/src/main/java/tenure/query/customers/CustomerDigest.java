package tenure.query.customers;

import java.util.ArrayList;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tenure.domain.customer.event.CustomerChurned;
import tenure.domain.customer.event.CustomerWonBack;
import tenure.query.life.Life;
import tenure.query.life.LifeEvent;
import tenure.query.people.DaysOfUse;

/**
 * What must be known of a customer to say what it was like on any day.
 *
 * @param tasks     since when all required tasks have been completed
 * @param adoptedOn first day on which at least half of its seats were active
 */
record CustomerDigest(
        String customerId,
        Identity identity,
        Departures departures,
        Contracts contracts,
        UseByDay use,
        Progress progress,
        Steps tasks,
        int adoptedOn,
        Catalogue catalogue) {

    static CustomerDigest of(Life life, Catalogue catalogue) {
        var away = new ArrayList<Departures.Told>(0);
        var agreed = new ArrayList<Agreed>();
        for (var happened : life.events()) {
            switch (happened.event()) {
                case CustomerChurned event ->
                    away.add(away(happened, true, Days.of(event.churnedOn()), event.reasonCode(), event.reasonText()));
                case CustomerWonBack event -> away.add(away(happened, false, Days.of(event.wonBackOn()), "", ""));
                default -> {
                    var fact = Agreed.of(happened);
                    if (fact != null) {
                        agreed.add(fact);
                    }
                }
            }
        }
        var departures = new Departures(away);
        var contracts = new Contracts(departures, agreed);
        var use = new UseByDay(DaysOfUse.of(life));
        var progress = Progress.of(life, catalogue);
        return new CustomerDigest(
                life.customerId(),
                new Identity(life.events()),
                departures,
                contracts,
                use,
                progress,
                Tasks.completedOn(life),
                adoptedOn(contracts, use, progress),
                catalogue);
    }

    private static Departures.Told away(LifeEvent happened, boolean left, int day, String code, String text) {
        return new Departures.Told(
                left, happened.position(), Math.max(Days.of(happened.occurredAt()), day), day, code.intern(), text);
    }

    /** Only days on which more people are active than before, or other seats are in force, can be the first. */
    private static int adoptedOn(Contracts contracts, UseByDay use, Progress progress) {
        var sold = new TreeMap<Integer, Integer>();
        for (int day : contracts.daysOfChange()) {
            sold.put(day, Math.toIntExact(contracts.seatsOn(day)));
        }
        var seats = Steps.of(sold);
        var days = new TreeSet<>(sold.keySet());
        for (int day : progress.active28().days()) {
            days.add(day);
        }
        int first = Days.NEVER;
        for (int day : days) {
            if (isAdopted(seats.on(day), progress.active28(day, use))) {
                first = day;
                break;
            }
        }
        var known = new int[] {first};
        use.each((day, users) -> {
            if (day < known[0] && progress.isTotals(day, use) && isAdopted(seats.on(day), users)) {
                known[0] = day;
            }
        });
        return known[0];
    }

    private static boolean isAdopted(int seats, @Nullable Integer active) {
        return seats > 0 && active != null && 2L * active >= seats;
    }
}
