package tenure.query.churnrisk.evaluation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tenure.query.churnrisk.model.RiskModel;
import tenure.query.churnrisk.statistics.learning.Evidence;

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
        @Nullable RiskModel draft) {}
