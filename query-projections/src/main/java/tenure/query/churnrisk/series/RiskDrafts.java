package tenure.query.churnrisk.series;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tenure.query.churnrisk.model.RiskModel;
import tenure.query.life.Life;
import tenure.query.shared.Near;
import tenure.query.shared.Refusals;
import tools.jackson.databind.json.JsonMapper;

/** Models that were drafted or learned and not published; each id has one. */
@Repository
public class RiskDrafts {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    RiskDrafts(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Keeps a draft, in place of an earlier one of that id. */
    public void keep(RiskModel model) {
        jdbc.sql("""
                insert into query.risk_draft (model_id, body) values (:id, :body)
                on conflict (model_id) do update set body = excluded.body, made_at = now()
                """)
                .param("id", model.modelId())
                .param("body", json.writeValueAsString(model))
                .update();
    }

    /** Drops a draft; whether there was one. */
    public boolean drop(String modelId) {
        return jdbc.sql("delete from query.risk_draft where model_id = ?")
                        .param(modelId)
                        .update()
                > 0;
    }

    /** A draft. */
    public Optional<RiskModel> named(String modelId) {
        return jdbc.sql("select body from query.risk_draft where model_id = ?")
                .param(modelId)
                .query(String.class)
                .optional()
                .map(body -> json.readValue(body, RiskModel.class));
    }

    /** All drafts, by id. */
    public List<RiskModel> all() {
        return jdbc.sql("select body from query.risk_draft order by model_id").query(String.class).list().stream()
                .map(body -> json.readValue(body, RiskModel.class))
                .toList();
    }

    /** The model that a question names: published or a draft; the one in force when it names none. */
    public RiskModel asked(@Nullable String modelId, Life definitions) {
        if (modelId == null) {
            return Models.inForce(definitions);
        }
        var published = Models.named(modelId, definitions);
        return published != null
                ? published
                : named(modelId)
                        .orElseThrow(() -> Refusals.badParameter(
                                "model",
                                "UNKNOWN_MODEL",
                                "There is no risk model '" + modelId + "', neither published nor drafted."
                                        + Near.hint(
                                                modelId,
                                                Models.published(definitions).stream()
                                                        .map(RiskModel::modelId)
                                                        .toList())));
    }
}
