package tenure.domain.risk;

import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import tenure.domain.risk.event.RiskModelPublished;
import tenure.domain.shared.Described;
import tenure.domain.shared.Label;
import tenure.domain.shared.WholeNumber;

/** Everything that can be asked of a {@link RiskModel}. */
public sealed interface RiskModelCommand {

    /** Publishes how risk is computed from now on. The same model again changes nothing. */
    @Described("Publishes a risk model, or publishes it anew. The same model again changes nothing.")
    record PublishRiskModel(
            @TargetAggregateIdentifier @Described("Your id for the model.")
            RiskModelId modelId,

            @Described("What the model is called.") Label name,

            @Described("How many days ahead it looks, from 1 to 3650.")
            WholeNumber horizonDays,

            @Described(
                    "What the health is made of. Each signal once; one weight at least is not 0. None when the model was"
                            + " learned.")
            List<RiskSignal> signals,

            @Described(value = "What keeps a customer out of the better bands.", otherwise = "[]")
            List<RiskCap> caps,

            @Described("The bands of health, from the worst to the best. The first begins at 0.")
            List<RiskBand> bands,

            @Described("A flag is raised when the health is below this.")
            Health raiseAt,

            @Described("The flag is cleared when the health is at this or above; not less than raiseAt.")
            Health clearAt,

            @Described("For how many days it must be so before a flag is raised or cleared, up to 3650.")
            WholeNumber dwellDays,

            @Described(value = "What was learned, as the draft has it.", otherwise = "null") @Nullable RiskLearned learned,

            @Described(value = "When the model was published.", otherwise = Described.RECEIPT_TIME)
            Instant occurredAt)
            implements RiskModelCommand {
        /** Checks that a health and a band come out for every customer. */
        public PublishRiskModel {
            signals = List.copyOf(signals);
            caps = List.copyOf(caps);
            bands = List.copyOf(bands);
            RiskModelRules.check(horizonDays, signals, caps, bands, raiseAt, clearAt, dwellDays, learned);
        }

        RiskModelPublished asPublished(Instant publishedAt) {
            return new RiskModelPublished(
                    modelId.value(),
                    name.value(),
                    horizonDays.value(),
                    signals.stream().map(RiskSignal::asPublished).toList(),
                    caps.stream().map(RiskCap::asPublished).toList(),
                    bands.stream().map(RiskBand::asPublished).toList(),
                    raiseAt.value(),
                    clearAt.value(),
                    dwellDays.value(),
                    learned == null ? null : learned.asPublished(),
                    publishedAt);
        }
    }
}
