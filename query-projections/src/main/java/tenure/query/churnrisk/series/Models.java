package tenure.query.churnrisk.series;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tenure.domain.risk.event.RiskModelPublished;
import tenure.query.churnrisk.model.DefaultModel;
import tenure.query.churnrisk.model.RiskModel;
import tenure.query.life.Life;

/** The models that the log knows. A model is a way to look at a history, so it holds for all of its days. */
public final class Models {

    private Models() {}

    /** All that were published, in the order of the log; one that was published anew is there again. */
    public static List<RiskModel> published(Life definitions) {
        var models = new ArrayList<RiskModel>();
        for (var event : definitions.events()) {
            if (event.event() instanceof RiskModelPublished published) {
                models.add(RiskModel.of(published, event.position()));
            }
        }
        return models;
    }

    /** The one that was published last; the built-in one when none was. */
    public static RiskModel inForce(Life definitions) {
        var published = published(definitions);
        return published.isEmpty() ? DefaultModel.MODEL : published.getLast();
    }

    /** The newest of an id; null when the log knows none. */
    public static @Nullable RiskModel named(String modelId, Life definitions) {
        var found = published(definitions).stream()
                .filter(model -> model.modelId().equals(modelId))
                .reduce((earlier, later) -> later)
                .orElse(null);
        return found == null && modelId.equals(DefaultModel.ID) ? DefaultModel.MODEL : found;
    }
}
