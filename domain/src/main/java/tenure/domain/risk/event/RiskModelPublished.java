package tenure.domain.risk.event;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tenure.domain.shared.EventName;

/**
 * A risk model was published, or published anew.
 *
 * @param horizonDays how many days ahead it looks
 * @param signals     what the health is made of; each signal once
 * @param caps        what keeps a customer out of the better bands
 * @param bands       the bands of health, from the worst, which begins at 0, to the best
 * @param raiseAt     a flag is raised when the health, 0 to 100, is below this
 * @param clearAt     the flag is cleared when the health is at this or above
 * @param dwellDays   for how many days it must be so before a flag is raised or cleared
 * @param learned     what was learned of the signals; null when the health goes by weights
 * @param occurredAt  when the model was published
 */
@EventName("risk-model.published")
public record RiskModelPublished(
        String modelId,
        String name,
        int horizonDays,
        List<Signal> signals,
        List<Cap> caps,
        List<Band> bands,
        int raiseAt,
        int clearAt,
        int dwellDays,
        @Nullable Learned learned,
        Instant occurredAt)
        implements RiskModelEvent {
    /** Copies the lists. */
    public RiskModelPublished {
        signals = List.copyOf(signals);
        caps = List.copyOf(caps);
        bands = List.copyOf(bands);
    }

    /**
     * One signal. Its numbers have no trailing zeros, so that equal ones are stored as the same text.
     *
     * @param weight      its share of the health, in relation to the other weights
     * @param poor        the value that counts as 0 of 100
     * @param good        the value that counts as 100 of 100; less than poor where less is better
     * @param whenMissing skip: it is left out when there is no data; poor: it then counts as 0
     */
    public record Signal(String signal, int weight, BigDecimal poor, BigDecimal good, String whenMissing) {}

    /**
     * What was learned: each part adds to the log-odds of a loss within the horizon.
     *
     * @param base    what every customer begins with
     * @param age     what the age of the contract in days adds
     * @param effects what each signal adds
     */
    public record Learned(BigDecimal base, List<Point> age, List<Effect> effects) {
        /** Copies the lists. */
        public Learned {
            age = List.copyOf(age);
            effects = List.copyOf(effects);
        }
    }

    /**
     * What one signal adds to the log-odds.
     *
     * @param stepped     whether it jumps at each point; otherwise it runs straight from one to the next
     * @param curve       by ascending value; outside of the points it stays as it is at the nearest one
     * @param whenMissing what it adds where there is no data
     */
    public record Effect(String signal, boolean stepped, List<Point> curve, BigDecimal whenMissing) {
        /** Copies the points. */
        public Effect {
            curve = List.copyOf(curve);
        }
    }

    /** A point of a curve: a value, and what is added there. */
    public record Point(BigDecimal at, BigDecimal logOdds) {}

    /**
     * One cap.
     *
     * @param signal    one of the signals of the model
     * @param atOrBelow the cap holds while the signal is at this value or below
     * @param band      best band that a customer can be in while the cap holds
     */
    public record Cap(String signal, BigDecimal atOrBelow, String band) {}

    /**
     * One band.
     *
     * @param from least health in it, 0 to 100; it ends where the next begins
     */
    public record Band(String band, int from) {}
}
