package tenure.query.churnrisk.timeline;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tenure.query.churnrisk.statistics.Direction;

/**
 * Health and risk of a customer, day by day, under one model.
 *
 * @param position the log up to here is in it
 * @param parts    what the health is put together from, in the order of the contributions of each day
 * @param days     the days asked about on which it was a customer, oldest first
 * @param flags    raised and cleared by the thresholds of the model, as its whole history has it
 * @param marks    models that were published; a jump of the line at one of them would be no change of the customer, but
 *                 the line is computed by one model throughout, so there is none
 * @param recorded flags and cases as the log has them
 */
public record RiskTimeline(
        LocalDate asOf,
        long position,
        String customerId,
        ModelSeen model,
        List<Part> parts,
        List<Day> days,
        List<Flag> flags,
        List<Mark> marks,
        List<Pin> recorded) {

    /**
     * A part of the health: a signal of the catalogue; or, of a learned model, {@code age}, {@code base} or {@code bounds}.
     *
     * @param value        on the last day; null without data
     * @param contribution on the last day
     * @param missed       what it keeps the health from on the last day
     * @param counted      what the value is counted from, in plural, and how many of those there were: {@code data}
     * @param mayMove      types of events that can change it
     */
    public record Part(
            String signal,
            String words,
            @Nullable String unit,
            @Nullable Direction direction,
            @Nullable String source,
            int weight,
            @Nullable BigDecimal poor,
            @Nullable BigDecimal good,
            @Nullable BigDecimal value,
            @Nullable BigDecimal contribution,
            @Nullable BigDecimal missed,
            @Nullable String counted,
            int data,
            List<String> mayMove) {
        /** Copies the list. */
        public Part {
            mayMove = List.copyOf(mayMove);
        }
    }

    /**
     * The end of a day.
     *
     * @param health        0 to 100; null without data, or when the customer had left
     * @param risk          probability of loss within the horizon of the model
     * @param withData      signals of the model that had data
     * @param of            signals of the model
     * @param contributions of the parts, in their order; they add up to the health exactly
     * @param values        of the signals, in the order of the parts; null without data
     */
    @JsonInclude
    public record Day(
            LocalDate day,
            @Nullable BigDecimal health,
            @Nullable BigDecimal risk,
            @Nullable String band,
            int withData,
            int of,
            boolean away,
            boolean flagged,
            List<BigDecimal> contributions,
            List<@Nullable BigDecimal> values) {}

    /** A flag; without an end it stands. */
    public record Flag(
            LocalDate raisedOn, BigDecimal health, @Nullable LocalDate clearedOn) {}

    /** A model was published. */
    public record Mark(LocalDate day, String modelId, String name, long position) {}

    /** What the log has of flags, cases, interventions, notices and the loss. */
    public record Pin(LocalDate day, String type, long position, String words) {}
}
