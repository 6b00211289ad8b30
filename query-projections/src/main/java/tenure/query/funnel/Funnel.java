package tenure.query.funnel;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tenure.query.funnel.Durations.Times;
import tenure.query.funnel.FunnelQuestion.Order;
import tenure.query.funnel.FunnelQuestion.Unit;
import tenure.query.shared.Figure;
import tenure.query.shared.Rate;

/**
 * How far the customers, people or seats of a cohort have come. Source: definitions.md §3.1.
 *
 * @param position        the log up to here is in the figures
 * @param from            first day of entry; null: no bound
 * @param to              first day of entry that does not count; null: no bound
 * @param entered         units of the cohort
 * @param medianDaysTotal median days from entry to the last step, of those who reached it; null when nobody has
 * @param steps           the entry, which everybody has reached, and the steps of the definition
 * @param unit            what goes through it: customers, users, accounts or seats
 * @param order           how the steps must follow each other
 * @param horizonDays     days from entry by whose end a step of the onboarding must be done; null: another funnel
 * @param removed         units that did what excludes them; they are in no other figure
 */
public record Funnel(
        LocalDate asOf,
        long position,
        String funnelId,
        String name,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        long entered,
        @Nullable Double medianDaysTotal,
        List<FunnelStep> steps,
        Unit unit,
        Order order,
        @Nullable Integer horizonDays,
        Figure removed) {

    /**
     * A step. Of those who reached the last step before it that is not optional, each has {@code reached} this one, is
     * {@code open} or has {@code missed} it.
     *
     * @param rule                what is counted, in one line
     * @param reached             did this step and all before it that are not optional
     * @param open                can still get here: the time for it is not over
     * @param missed              reached the step before, and cannot get here any more
     * @param ofEntered           reached ÷ entered; null when nobody entered
     * @param ofPrevious          reached ÷ reached of the step before; null when nobody reached that
     * @param medianDaysFromEntry median days from entry of those who reached it
     * @param optional            whether later steps can be reached without it
     * @param outOfOrder          did it, but have neither reached it nor can still do so
     * @param timesFromEntry      how long those who reached it took from entry; null when nobody has
     */
    public record FunnelStep(
            int index,
            String name,
            String rule,
            long reached,
            long open,
            long missed,
            @Nullable Double ofEntered,
            @Nullable Double ofPrevious,
            @Nullable Double medianDaysFromEntry,
            boolean optional,
            long outOfOrder,
            StepFigures figures,
            @Nullable Times timesFromEntry) {}

    /**
     * The figures of a step, with the events behind them.
     *
     * @param overall reached ÷ entered
     * @param step    reached ÷ reached of the last step before that is not optional
     * @param dropOff missed ÷ (reached + missed): who is still open is not counted as dropped
     */
    public record StepFigures(
            Figure reached, Figure open, Figure missed, Figure outOfOrder, Rate overall, Rate step, Rate dropOff) {}

    /** The funnels there are; the onboarding, which is built in, comes last. */
    public record FunnelList(long position, List<FunnelSummary> funnels) {}

    /** A funnel and the names of its steps, the entry first. */
    public record FunnelSummary(String funnelId, String name, List<String> steps) {}
}
