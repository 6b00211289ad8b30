package tenure.query.churnrisk.evaluation;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tenure.query.churnrisk.model.DefaultModel;
import tenure.query.churnrisk.model.RiskModel;
import tenure.query.churnrisk.statistics.learning.Evidence;
import tenure.query.churnrisk.statistics.learning.Learned;
import tenure.query.shared.Standpoint;

/**
 * What came of learning.
 *
 * @param accepted whether there is a model; it is kept as a draft
 * @param reason   why not; null when there is one
 * @param sentence for people
 * @param evidence what models made in the same way said of later losses of other customers; null when there was too little
 * @param form     how it was fitted; null without a model
 * @param draft    the model, ready to be replayed and published; null without one
 */
public record LearnAnswer(
        LocalDate asOf,
        long position,
        boolean accepted,
        @Nullable String reason,
        String sentence,
        @Nullable Evidence evidence,
        @Nullable String form,
        @Nullable RiskModel draft) {

    /** The id of what is learned, unless another one is asked for. */
    static final String MODEL_ID = "learned";

    static LearnAnswer of(Standpoint at, String modelId, Learned learned) {
        var day = at.asOf().day();
        return switch (learned) {
            case Learned.Accepted(var model, var evidence, var form) ->
                new LearnAnswer(
                        day,
                        at.position(),
                        true,
                        null,
                        accepted(evidence),
                        evidence,
                        form,
                        DefaultModel.MODEL.learning(modelId, "Learned up to " + day, model));
            case Learned.Refused(var reason, var sentence, var evidence) ->
                new LearnAnswer(
                        day,
                        at.position(),
                        false,
                        reason.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        sentence,
                        evidence,
                        null,
                        null);
        };
    }

    private static String accepted(Evidence evidence) {
        return String.format(
                Locale.ROOT,
                "A model was learned. Models made in the same way ranked later losses of other customers with an AUC of"
                        + " %.3f (between %.3f and %.3f); the Brier score was %.4f, that of the constant rate %.4f.",
                evidence.auc().value(),
                evidence.auc().interval().from(),
                evidence.auc().interval().to(),
                evidence.brier().score(),
                evidence.brier().ofConstantRate());
    }
}
