package tenure.query.churnrisk.timeline;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tenure.domain.shared.EventName;
import tenure.query.churnrisk.model.Points;
import tenure.query.churnrisk.model.RiskModel;
import tenure.query.churnrisk.model.Score;
import tenure.query.churnrisk.model.Scoring;
import tenure.query.churnrisk.signals.SignalCatalogue;
import tenure.query.churnrisk.sweep.DayFacts;
import tenure.query.churnrisk.sweep.LifeSweep;
import tenure.query.churnrisk.sweep.RiskDefinitions;
import tenure.query.churnrisk.timeline.RiskTimeline.Day;
import tenure.query.churnrisk.timeline.RiskTimeline.Flag;
import tenure.query.churnrisk.timeline.RiskTimeline.Part;
import tenure.query.life.Life;

/** Computes the timeline of one customer under one model, from its first day on; the days asked about are kept. */
public final class TimelineFold implements LifeSweep.Visitor {

    private final Scoring scoring;
    private final Score score;
    private final double[] values = new double[SignalCatalogue.size()];
    private final int[] data = new int[SignalCatalogue.size()];
    private final int[] signals;
    private final int from;
    private final FlagWatch watch;
    private final List<Day> days = new ArrayList<>();
    private boolean begun;
    private int seen;
    private boolean away;

    private TimelineFold(RiskModel model, int from) {
        scoring = Scoring.of(model);
        score = scoring.score();
        signals = scoring.parts().stream().mapToInt(SignalCatalogue::number).toArray();
        this.from = from;
        watch = new FlagWatch(model);
    }

    /**
     * Computes it.
     *
     * @param from first day that is kept, counted from 1970-01-01
     * @param to   last day
     */
    public static TimelineFold of(Life life, RiskDefinitions definitions, RiskModel model, int from, int to) {
        var fold = new TimelineFold(model, from);
        LifeSweep.run(life, definitions, to, fold);
        for (int day = fold.seen + 1; fold.begun && day <= to; day++) {
            fold.still(day);
        }
        return fold;
    }

    @Override
    public void on(DayFacts facts, boolean hasLeft) {
        away = hasLeft;
        SignalCatalogue.read(facts, values);
        scoring.score(values, facts.age(), score);
        for (int number = 0; number < data.length; number++) {
            data[number] = SignalCatalogue.SIGNALS.get(number).data().applyAsInt(facts);
        }
        keep(facts.day());
    }

    @Override
    public void still(int day) {
        keep(day);
    }

    private void keep(int day) {
        seen = day;
        watch.on(day, score.health(), away);
        begun = true;
        if (day >= from) {
            days.add(day(day));
        }
    }

    private Day day(int day) {
        var date = LocalDate.ofEpochDay(day);
        int of = (int) Arrays.stream(signals).filter(number -> number >= 0).count();
        if (away) {
            return new Day(date, null, null, null, 0, of, true, false, List.of(), List.of());
        }
        var said = new ArrayList<@Nullable BigDecimal>();
        for (int number : signals) {
            said.add(number < 0 ? null : Points.value(values[number]));
        }
        if (score.health() == Score.NONE) {
            return new Day(
                    date, null, null, null, 0, of, false, watch.isUp(), List.of(), Collections.unmodifiableList(said));
        }
        var contributions = new ArrayList<BigDecimal>();
        for (int part = 0; part < signals.length; part++) {
            contributions.add(Points.of(score.contribution(part)));
        }
        return new Day(
                date,
                Points.of(score.health()),
                Points.risk(score.logOdds()),
                scoring.model().bands().get(score.band()).band(),
                score.withData(),
                of,
                false,
                watch.isUp(),
                contributions,
                Collections.unmodifiableList(said));
    }

    /** The days that were kept. */
    public List<Day> days() {
        return days;
    }

    /** The last day of all; null when it was no customer by then. */
    public @Nullable Day last() {
        return days.isEmpty() ? null : days.getLast();
    }

    /** Flags of all days. */
    public List<Flag> flags() {
        return watch.spans().stream()
                .map(span -> new Flag(
                        LocalDate.ofEpochDay(span.raisedOn()),
                        Points.of(span.health()),
                        span.stands() ? null : LocalDate.ofEpochDay(span.clearedOn())))
                .toList();
    }

    /** The parts as they are on the last day. */
    public List<Part> parts() {
        var parts = new ArrayList<Part>();
        for (int part = 0; part < signals.length; part++) {
            parts.add(signals[part] < 0 ? other(part) : signal(part));
        }
        return parts;
    }

    private boolean counts() {
        return begun && !away && score.health() != Score.NONE;
    }

    private Part other(int part) {
        var name = scoring.parts().get(part);
        return new Part(
                name,
                switch (name) {
                    case "age" -> "Age of the contract";
                    case "base" -> "What every customer begins with";
                    case "bounds" -> "Health ends at 0 and 100";
                    default -> "Not a signal of this version";
                },
                null,
                null,
                null,
                0,
                null,
                null,
                null,
                counts() ? Points.of(score.contribution(part)) : null,
                counts() ? Points.of(score.missed(part)) : null,
                null,
                0,
                List.of());
    }

    private Part signal(int part) {
        int number = signals[part];
        var signal = SignalCatalogue.SIGNALS.get(number);
        var weights = scoring.model().signals();
        var weight = part < weights.size() ? weights.get(part) : null;
        return new Part(
                signal.id(),
                signal.words(),
                signal.unit(),
                signal.direction(),
                signal.source(),
                weight == null ? 0 : weight.weight(),
                weight == null ? null : weight.poor(),
                weight == null ? null : weight.good(),
                counts() ? Points.value(values[number]) : null,
                counts() ? Points.of(score.contribution(part)) : null,
                counts() ? Points.of(score.missed(part)) : null,
                signal.counted(),
                data[number],
                signal.events().stream()
                        .map(type -> type.getAnnotation(EventName.class).value())
                        .sorted()
                        .toList());
    }
}
