package tenure.query.seats;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tenure.query.life.LivesProjection;
import tenure.query.seats.PersonDays.Count;
import tenure.query.seats.SeatTally.Measure;
import tenure.query.shared.FigureSource;

/**
 * Names the events behind the figures of the seat ledger. Those of a customer are its licenses, its seats and its people;
 * those of all customers are the customers, each of whom has the figure of its own.
 */
@Component
class SeatsExplained implements FigureSource {

    private static final Map<String, Counted> FIGURES = figuresByName();

    private final SeatsReader reader;

    SeatsExplained(SeatsReader reader) {
        this.reader = reader;
    }

    /**
     * A figure.
     *
     * @param of     what it is of a customer; null when it is not known
     * @param things what is counted for it
     */
    private record Counted(Function<SeatTally, @Nullable Long> of, Function<SeatEvidence, List<Evidence>> things) {}

    private static Map<String, Counted> figuresByName() {
        var figures = new HashMap<String, Counted>();
        figures.put("sold", new Counted(SeatTally::sold, SeatEvidence::sold));
        figures.put("assigned", new Counted(SeatTally::assigned, SeatEvidence::assigned));
        figures.put("logged-on", people(SeatTally::loggedOn, Count.LOGGED_ON));
        figures.put("trained", people(SeatTally::trained, Count.TRAINED));
        figures.put("active28", people(SeatTally::active28, Count.ACTIVE28));
        figures.put("engaged28", people(SeatTally::engaged28, Count.ENGAGED28));
        figures.put("deployed", people(SeatTally::deployed, Count.DEPLOYED));
        for (var measure : Measure.values()) {
            figures.put("gap-" + measure.word(), new Counted(tally -> tally.gap(measure), of -> of.gap(measure)));
            figures.put(
                    "overage-" + measure.word(),
                    new Counted(tally -> overage(tally.gap(measure)), of -> of.overage(measure)));
        }
        var named = new TreeMap<String, Counted>();
        figures.forEach((name, figure) -> named.put(SeatFigures.name(name), figure));
        return named;
    }

    private static @Nullable Long overage(@Nullable Long gap) {
        return gap == null ? null : (Long) (-gap);
    }

    private static Counted people(Function<SeatTally, @Nullable Long> of, Count count) {
        return new Counted(of, customer -> customer.people(count));
    }

    @Override
    public Set<String> projections() {
        return Set.of(LivesProjection.NAME);
    }

    @Override
    public Set<String> figures() {
        return FIGURES.keySet();
    }

    @Override
    public List<Evidence> evidence(Asked asked) {
        return page(asked, 0, Integer.MAX_VALUE).shown();
    }

    @Override
    public EvidencePage page(Asked asked, long after, int limit) {
        var figure = FIGURES.get(asked.figure());
        if (figure == null) {
            throw new IllegalArgumentException("No figure of seats: " + asked.figure());
        }
        var customerId = asked.customerId();
        if (customerId == null) {
            return customers(figure, asked, after, limit);
        }
        var ledgers = reader.one(customerId, asked.at());
        var customer = new SeatEvidence(ledgers, asked.at().asOf().day(), asked.subject());
        return EvidencePage.of(figure.things.apply(customer), after, limit);
    }

    /** Only the lives of the customers on the page are read. */
    private EvidencePage customers(Counted figure, Asked asked, long after, int limit) {
        var day = asked.at().asOf().day();
        var counted = new TreeMap<String, Long>();
        for (var customer : reader.all(asked.at())) {
            var of = figure.of.apply(customer.tally(day, day));
            if (of != null && of > 0) {
                counted.put(customer.customerId(), of);
            }
        }
        var shown = counted.keySet().stream().skip(after).limit(limit).toList();
        var positions = new HashMap<String, List<Long>>();
        reader.each(
                shown,
                asked.at(),
                ledgers -> positions.put(
                        ledgers.seats().customerId(),
                        positions(figure.things.apply(new SeatEvidence(ledgers, day, null)))));
        return new EvidencePage(
                counted.values().stream().mapToLong(Long::longValue).sum(),
                counted.size(),
                shown.stream()
                        .map(customer -> new Evidence(
                                customer,
                                counted.getOrDefault(customer, 0L),
                                positions.getOrDefault(customer, List.of())))
                        .toList());
    }

    private static List<Long> positions(List<Evidence> things) {
        return things.stream()
                .flatMap(thing -> thing.positions().stream())
                .distinct()
                .sorted()
                .toList();
    }
}
