package tenure.query.funnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tenure.query.funnel.FunnelDefinition.Exclusion;
import tenure.query.funnel.FunnelDefinition.Step;
import tenure.query.funnel.FunnelQuestion.Order;
import tenure.query.funnel.FunnelQuestion.Unit;

/** What a way does not need can be left out: it is the same way, as of any moment. */
class HappenedTest {

    private static final long SEED = Long.getLong("drill.funnels.seed", 20_261_201);
    private static final int FUNNELS = 4_000;

    private final SplittableRandom random = new SplittableRandom(SEED);

    @Test
    void aWayIsTheSameWithoutWhatItDoesNotNeed() {
        int leftOut = 0;
        for (int i = 0; i < FUNNELS; i++) {
            var definition = definition();
            var happened = happened();
            var needed = Journey.needed(definition, happened, 0).stream()
                    .mapToObj(happened::get)
                    .toList();
            leftOut += happened.size() - needed.size();
            for (long end = 1; end < 60; end++) {
                assertThat(way(definition, needed, end))
                        .as("seed %d, %s, %s, as of hour %d", SEED, definition, happened, end)
                        .isEqualTo(way(definition, happened, end));
            }
        }
        assertThat(leftOut).isGreaterThan(FUNNELS);
    }

    private static List<String> way(FunnelDefinition definition, List<Occurrence> happened, long end) {
        var known =
                happened.stream().filter(one -> one.at() < Micros.ofHours(end)).toList();
        if (known.isEmpty()) {
            return List.of();
        }
        var way = new Way(definition.steps().size() + 1, definition.order() == Order.ANY);
        new Journey(definition, known, 0, known.getFirst().at()).go(way, "C", null, Micros.NEVER, Micros.ofHours(end));
        var seen = new ArrayList<String>();
        for (int step = 1; step <= definition.steps().size(); step++) {
            seen.add(way.outcome(step) + " " + way.outOfOrder(step) + " " + way.reachedAt(step) + " "
                    + way.closesAt(step) + " " + way.positions(step));
        }
        seen.add("removed " + way.removed());
        return seen;
    }

    private List<Occurrence> happened() {
        var happened = new ArrayList<Occurrence>();
        happened.add(new Occurrence("entered", "", 0, 1, List.of()));
        long hour = 0;
        for (int position = 2; position < 14; position++) {
            hour += random.nextInt(6);
            var feature = "f" + random.nextInt(3);
            happened.add(new Occurrence(
                    String.valueOf((char) ('a' + random.nextInt(4))),
                    feature,
                    Micros.ofHours(hour),
                    position,
                    List.of(feature)));
        }
        return happened;
    }

    private FunnelDefinition definition() {
        var steps = IntStream.range(0, 1 + random.nextInt(4))
                .mapToObj(number -> new Step(
                        "step " + number,
                        String.valueOf((char) ('a' + random.nextInt(3))),
                        1 + random.nextInt(2),
                        random.nextInt(3) == 0 ? 2 : 0,
                        random.nextInt(4) == 0 ? 1 : null,
                        random.nextInt(4) == 0 ? 1 + random.nextInt(2) : null,
                        random.nextInt(6) == 0,
                        random.nextInt(4) == 0 ? "f1" : null,
                        random.nextInt(4) == 0 ? 1 + random.nextInt(20) : null,
                        random.nextInt(4) == 0))
                .toList();
        var exclusions = random.nextInt(3) == 0
                ? List.of(new Exclusion("d", random.nextInt(steps.size()), steps.size()))
                : List.<Exclusion>of();
        return new FunnelDefinition(
                "f",
                "F",
                "entered",
                steps,
                Unit.CUSTOMERS,
                Order.values()[random.nextInt(Order.values().length)],
                random.nextInt(3) == 0 ? 10 + random.nextInt(40) : null,
                exclusions);
    }
}
