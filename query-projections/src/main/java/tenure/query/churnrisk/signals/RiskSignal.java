package tenure.query.churnrisk.signals;

import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import tenure.query.churnrisk.statistics.Direction;
import tenure.query.churnrisk.sweep.DayFacts;

/**
 * One thing that is looked at, as a pure function of what was known at the end of a day.
 *
 * @param id        by which models name it
 * @param words     what it says, for people
 * @param unit      of its values
 * @param direction what more of it is held to mean
 * @param poor      the value that a model counts as 0 of 100 unless it says otherwise
 * @param good      the value that counts as 100 of 100
 * @param source    where the formula is written
 * @param value     of a day; NaN where there is no data, which is never the same as 0
 * @param counted   what it is counted from, in plural
 * @param data      how many of those there were
 * @param events    those that can move it
 */
public record RiskSignal(
        String id,
        String words,
        String unit,
        Direction direction,
        double poor,
        double good,
        String source,
        ToDoubleFunction<DayFacts> value,
        String counted,
        ToIntFunction<DayFacts> data,
        Set<Class<?>> events) {
    /** Copies the events. */
    public RiskSignal {
        events = Set.copyOf(events);
    }
}
