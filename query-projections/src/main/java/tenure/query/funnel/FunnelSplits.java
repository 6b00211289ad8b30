package tenure.query.funnel;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tenure.query.funnel.Durations.CurvePoint;
import tenure.query.funnel.Durations.Times;
import tenure.query.funnel.Funnel.FunnelStep;
import tenure.query.funnel.Split.Attribution;
import tenure.query.funnel.Split.Interval;

/** A funnel taken apart: by entry, by a property, by time. The parts of one answer add up to the funnel. */
public final class FunnelSplits {

    private FunnelSplits() {}

    /**
     * A funnel by the day, week or month of entry.
     *
     * @param position the log up to here is in the figures
     * @param points   oldest first; one in which nobody entered is left out
     */
    public record FunnelTrend(
            LocalDate asOf, long position, String funnelId, Interval interval, List<TrendPoint> points) {}

    /** Who entered in {@code [from, to)}. */
    public record TrendPoint(LocalDate from, LocalDate to, long entered, List<FunnelStep> steps) {}

    /**
     * A funnel by a property of the customer.
     *
     * @param position    the log up to here is in the figures
     * @param by          the property
     * @param attribution at which step its value counts: the first, the last that was reached, or a certain one
     * @param atStep      that one; null for the first and the last
     * @param groups      by value, in alphabetical order, those without a value last
     */
    public record FunnelBreakdown(
            LocalDate asOf,
            long position,
            String funnelId,
            String by,
            Attribution attribution,
            @Nullable Integer atStep,
            List<FunnelGroup> groups) {}

    /**
     * Those whose customer had a value.
     *
     * @param value null: it had none, or the step that it counts at was not reached
     */
    public record FunnelGroup(@Nullable String value, long entered, List<FunnelStep> steps) {}

    /**
     * How long units took from one step to the later ones.
     *
     * @param position the log up to here is in the figures
     * @param fromStep index of the step from which time is counted; 0 is the entry
     */
    public record FunnelTimes(LocalDate asOf, long position, String funnelId, int fromStep, List<StepTimes> steps) {}

    /**
     * How long they took to a step.
     *
     * @param among   units that reached the step from which time is counted
     * @param reached those of them that reached this one
     * @param times   of these; null when there are none
     * @param curve   the share that is there, day by day, estimated with those who may still get there
     */
    public record StepTimes(
            int index,
            String name,
            long among,
            long reached,
            @Nullable Times times,
            List<CurvePoint> curve) {}
}
