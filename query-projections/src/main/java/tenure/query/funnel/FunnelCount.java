package tenure.query.funnel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tenure.query.funnel.Funnel.FunnelStep;
import tenure.query.funnel.Funnel.StepFigures;
import tenure.query.shared.Figure;
import tenure.query.shared.Rate;

/** Counts ways into the bars of a funnel. */
final class FunnelCount {

    /** Makes a figure of a count of a part of the bar of a step. */
    interface Figures {
        Figure of(Side side, int step, long count);
    }

    private final List<Ways.Step> steps;
    private final List<Bar> bars;
    private long removed;

    /** What is counted of a step. */
    private static final class Bar {
        private final EnumMap<Side, Long> sides = new EnumMap<>(Side.class);
        private final Durations fromEntry = new Durations();

        long count(Side side) {
            return sides.getOrDefault(side, 0L);
        }
    }

    FunnelCount(List<Ways.Step> steps) {
        this.steps = steps;
        this.bars = IntStream.range(0, steps.size()).mapToObj(step -> new Bar()).toList();
    }

    void add(Way way) {
        if (way.removed()) {
            removed += way.count();
            return;
        }
        for (int step = 0; step < bars.size(); step++) {
            var bar = bars.get(step);
            for (var side : Side.values()) {
                if (side.has(way, step)) {
                    bar.sides.merge(side, way.count(), Long::sum);
                }
            }
            var reachedAt = way.reachedAt(step);
            if (reachedAt != null) {
                bar.fromEntry.reached(way.enteredAt(), reachedAt);
            }
        }
    }

    long entered() {
        return bars.getFirst().count(Side.REACHED);
    }

    long removed() {
        return removed;
    }

    /** The entry and the steps. */
    List<FunnelStep> steps(Figures figures) {
        var counted = new ArrayList<FunnelStep>();
        int before = 0;
        for (int step = 0; step < bars.size(); step++) {
            counted.add(step(step, before, figures));
            before = steps.get(step).optional() ? before : step;
        }
        return counted;
    }

    private FunnelStep step(int step, int before, Figures figures) {
        var bar = bars.get(step);
        var reached = bar.count(Side.REACHED);
        var among = bars.get(before).count(Side.REACHED);
        var figure = figures.of(Side.REACHED, step, reached);
        var missed = figures.of(Side.MISSED, step, bar.count(Side.MISSED));
        return new FunnelStep(
                step,
                steps.get(step).name(),
                steps.get(step).rule(),
                reached,
                bar.count(Side.OPEN),
                bar.count(Side.MISSED),
                share(reached, entered()),
                share(reached, among),
                bar.fromEntry.medianDays(),
                steps.get(step).optional(),
                bar.count(Side.OUT_OF_ORDER),
                new StepFigures(
                        figure,
                        figures.of(Side.OPEN, step, bar.count(Side.OPEN)),
                        missed,
                        figures.of(Side.OUT_OF_ORDER, step, bar.count(Side.OUT_OF_ORDER)),
                        Rate.of(figure, figures.of(Side.REACHED, 0, entered())),
                        Rate.of(figure, figures.of(Side.REACHED, before, among)),
                        Rate.of(missed, figures.of(Side.DECIDED, step, bar.count(Side.DECIDED)))),
                bar.fromEntry.times());
    }

    private static @Nullable Double share(long part, long whole) {
        return whole == 0 ? null : (double) part / whole;
    }

    /** The day of a moment, in UTC. */
    static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }
}
