package tenure.query.churnrisk.timeline;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What changed between the ends of two days, part by part, the greatest change first.
 *
 * @param change  of the health; the changes of the parts add up to it exactly; null when either day has no health
 * @param note    how to read it
 */
public record RiskChanges(
        LocalDate asOf,
        long position,
        String customerId,
        ModelSeen model,
        LocalDate from,
        LocalDate to,
        @Nullable BigDecimal healthFrom,
        @Nullable BigDecimal healthTo,
        @Nullable BigDecimal change,
        @Nullable BigDecimal riskFrom,
        @Nullable BigDecimal riskTo,
        List<RiskChange> changes,
        String note) {

    /** How to read it. */
    static final String NOTE =
            "Events are those of the days after the first up to the last that the signal looks at. A signal that looks back"
                    + " over a number of days, or at silence, also moves without any.";

    /**
     * What one part changed.
     *
     * @param change     of its contribution
     * @param events     positions of the events behind it, newest first; 50 at most
     * @param eventCount how many there are
     */
    public record RiskChange(
            String signal,
            String words,
            @Nullable String unit,
            @Nullable BigDecimal valueFrom,
            @Nullable BigDecimal valueTo,
            BigDecimal contributionFrom,
            BigDecimal contributionTo,
            BigDecimal change,
            List<Long> events,
            int eventCount) {}
}
