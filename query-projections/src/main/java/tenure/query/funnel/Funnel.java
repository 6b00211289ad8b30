package tenure.query.funnel;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far the customers of a cohort have come. Source: definitions.md §3.1.
 *
 * @param position        the log up to here is in the figures
 * @param from            first day of entry; null: no bound
 * @param to              first day of entry that does not count; null: no bound
 * @param entered         customers of the cohort
 * @param medianDaysTotal median days from entry to the last step, of those who reached it; null when nobody has
 * @param steps           the entry, which everybody has reached, and the steps of the definition
 */
public record Funnel(
        LocalDate asOf,
        long position,
        String funnelId,
        String name,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        int entered,
        @Nullable Double medianDaysTotal,
        List<FunnelStep> steps) {

    /**
     * A step. Of those who reached the step before, each has {@code reached} this one, is {@code open} or has
     * {@code missed} it.
     *
     * @param rule                what is counted, in one line
     * @param reached             did this step and all before it
     * @param open                can still get here: the time for it is not over
     * @param missed              reached the step before, and cannot get here any more
     * @param ofEntered           reached ÷ entered; null when nobody entered
     * @param ofPrevious          reached ÷ reached of the step before; null when nobody reached that
     * @param medianDaysFromEntry median days from entry of those who reached it
     */
    public record FunnelStep(
            int index,
            String name,
            String rule,
            int reached,
            int open,
            int missed,
            @Nullable Double ofEntered,
            @Nullable Double ofPrevious,
            @Nullable Double medianDaysFromEntry) {}

    /** The funnels that are defined. */
    public record FunnelList(long position, List<FunnelSummary> funnels) {}

    /** A funnel and the names of its steps, the entry first. */
    public record FunnelSummary(String funnelId, String name, List<String> steps) {}
}
