package tenure.query.churnrisk.cases;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tenure.query.churnrisk.timeline.ModelSeen;
import tenure.query.churnrisk.timeline.RiskTimeline.Part;

/**
 * What stood in front of everybody's eyes before a customer left: from what had happened by each of these days.
 *
 * @param churnedOn first day without service; null while it is a customer: then the days are before the day asked about
 * @param points    0, 30, 90 and 180 days before; those on which it was a customer
 */
public record ChurnEvidence(
        LocalDate asOf,
        long position,
        String customerId,
        ModelSeen model,
        @Nullable LocalDate churnedOn,
        List<EvidencePoint> points) {

    /**
     * A day.
     *
     * @param daysBefore 0 means the end of the last day of service
     * @param flagged    whether a flag was up by the thresholds of the model
     * @param parts      signals with what they said, those that keep the health down most first; ten at most
     */
    public record EvidencePoint(
            int daysBefore,
            LocalDate day,
            @Nullable BigDecimal health,
            @Nullable BigDecimal risk,
            @Nullable String band,
            int withData,
            int of,
            boolean flagged,
            List<Part> parts) {}
}
