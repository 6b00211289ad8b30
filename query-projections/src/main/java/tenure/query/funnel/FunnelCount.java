package tenure.query.funnel;

import java.util.ArrayList;
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
        private long reached;
        private long open;
        private long missed;
        private long outOfOrder;
        private final Durations fromEntry = new Durations();

        void add(Way way, int step) {
            switch (way.outcome(step)) {
                case REACHED -> {
                    reached += way.count();
                    fromEntry.reached(way.enteredAt(), way.reachedAt(step));
                }
                case OPEN -> open += way.count();
                case MISSED -> missed += way.count();
                case BEHIND -> {
                    // Of no part of the bar.
                }
            }
            outOfOrder += way.outOfOrder(step) ? way.count() : 0;
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
            bars.get(step).add(way, step);
        }
    }

    long entered() {
        return bars.getFirst().reached;
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
        var reached = bar.reached;
        var among = bars.get(before).reached;
        var figure = figures.of(Side.REACHED, step, reached);
        var missed = figures.of(Side.MISSED, step, bar.missed);
        return new FunnelStep(
                step,
                steps.get(step).name(),
                steps.get(step).rule(),
                reached,
                bar.open,
                bar.missed,
                share(reached, entered()),
                share(reached, among),
                bar.fromEntry.medianDays(),
                steps.get(step).optional(),
                bar.outOfOrder,
                new StepFigures(
                        figure,
                        figures.of(Side.OPEN, step, bar.open),
                        missed,
                        figures.of(Side.OUT_OF_ORDER, step, bar.outOfOrder),
                        Rate.of(figure, figures.of(Side.REACHED, 0, entered())),
                        Rate.of(figure, figures.of(Side.REACHED, before, among)),
                        Rate.of(missed, figures.of(Side.DECIDED, step, bar.reached + bar.missed))),
                bar.fromEntry.times());
    }

    private static @Nullable Double share(long part, long whole) {
        return whole == 0 ? null : (double) part / whole;
    }
}
