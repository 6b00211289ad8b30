package tenure.query.churnrisk.model;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tenure.domain.risk.event.RiskModelPublished;
import tenure.query.churnrisk.statistics.learning.LearnedModel;

/**
 * How health and risk are computed: by weights, or by what was learned.
 *
 * @param modelId     its id; that of the built-in model is {@code default}
 * @param version     position of the event that published it; 0 for one that was never published
 * @param horizonDays how many days ahead the risk looks
 * @param signals     what the health is made of; empty when it was learned
 * @param caps        what keeps a customer out of the better bands
 * @param bands       bands of health, from the worst, which begins at 0, to the best
 * @param raiseAt     a flag is raised when the health is below this
 * @param clearAt     the flag is cleared when the health is at this or above
 * @param dwellDays   for how many days it must be so before a flag is raised or cleared
 * @param learned     what was learned; null when it goes by weights
 */
public record RiskModel(
        String modelId,
        String name,
        long version,
        int horizonDays,
        List<Weight> signals,
        List<Cap> caps,
        List<Band> bands,
        int raiseAt,
        int clearAt,
        int dwellDays,
        @Nullable LearnedModel learned) {
    /** Copies the lists. */
    public RiskModel {
        signals = List.copyOf(signals);
        caps = List.copyOf(caps);
        bands = List.copyOf(bands);
    }

    /**
     * One signal.
     *
     * @param signal      its id in the catalogue
     * @param weight      its share of the health, in relation to the other weights
     * @param poor        the value that counts as 0 of 100
     * @param good        the value that counts as 100 of 100
     * @param whenMissing skip: it is left out when there is no data; poor: it then counts as 0
     */
    public record Weight(String signal, int weight, BigDecimal poor, BigDecimal good, String whenMissing) {}

    /** While the signal is at the value or below, the customer is in this band at best. */
    public record Cap(String signal, BigDecimal atOrBelow, String band) {}

    /** A band, by its least health. */
    public record Band(String band, int from) {}

    /** As it was published. */
    public static RiskModel of(RiskModelPublished event, long position) {
        return new RiskModel(
                event.modelId(),
                event.name(),
                position,
                event.horizonDays(),
                event.signals().stream()
                        .map(each ->
                                new Weight(each.signal(), each.weight(), each.poor(), each.good(), each.whenMissing()))
                        .toList(),
                event.caps().stream()
                        .map(each -> new Cap(each.signal(), each.atOrBelow(), each.band()))
                        .toList(),
                event.bands().stream()
                        .map(each -> new Band(each.band(), each.from()))
                        .toList(),
                event.raiseAt(),
                event.clearAt(),
                event.dwellDays(),
                null);
    }

    /** One that was learned, with bands and thresholds of another. */
    public RiskModel learning(String modelId, String name, LearnedModel learned) {
        return new RiskModel(
                modelId, name, 0, learned.horizonDays(), List.of(), caps, bands, raiseAt, clearAt, dwellDays, learned);
    }

    /** Whether the risk is a probability that was checked against what came, and not only a reading of the health. */
    public boolean isCalibrated() {
        return learned != null;
    }
}
