package tenure.query.churnrisk.timeline;

import java.util.List;
import tenure.query.churnrisk.model.RiskModel;

/**
 * The model that an answer was computed by.
 *
 * @param version    position of the event that published it; 0 for the built-in one and for drafts
 * @param calibrated whether the risk was checked against what came; otherwise it is only a reading of the health
 * @param note       how to read health and risk; to be shown with them
 */
public record ModelSeen(
        String modelId,
        String name,
        long version,
        int horizonDays,
        boolean calibrated,
        String note,
        List<RiskModel.Band> bands,
        int raiseAt,
        int clearAt,
        int dwellDays) {

    /** Of a model. */
    public static ModelSeen of(RiskModel model) {
        return new ModelSeen(
                model.modelId(),
                model.name(),
                model.version(),
                model.horizonDays(),
                model.isCalibrated(),
                model.isCalibrated()
                        ? "Risk is the probability of loss within " + model.horizonDays()
                                + " days, learned from this installation's closed history. Health is the same on a scale"
                                + " of points."
                        : "Health is a weighted mean of signals. Risk is read from it by a fixed curve that was not"
                                + " checked against this installation's losses: take it for an order, not a probability,"
                                + " until a model has been learned.",
                model.bands(),
                model.raiseAt(),
                model.clearAt(),
                model.dwellDays());
    }
}
