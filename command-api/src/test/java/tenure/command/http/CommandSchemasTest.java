package tenure.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.swagger.v3.core.util.Json31;
import org.junit.jupiter.api.Test;
import tenure.domain.risk.RiskModelCommand.PublishRiskModel;
import tenure.domain.support.TicketCommand.ClassifyTicket;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CommandSchemasTest {

    private final JsonNode model = schemaOf(PublishRiskModel.class);

    @Test
    void describesDecimalsInsideListsOfRecords() {
        var poor = model.at("/properties/signals/items/properties/poor");

        assertThat(poor.get("type").asString()).isEqualTo("number");
        assertThat(poor.get("minimum").asLong()).isEqualTo(-999_999_999);
        assertThat(poor.get("maximum").asLong()).isEqualTo(999_999_999);
        assertThat(poor.has("format")).isFalse();
        assertThat(model.at("/properties/signals/items/properties/weight/type").asString())
                .isEqualTo("integer");
    }

    @Test
    void describesWordsWithTheirDefault() {
        var whenMissing = model.at("/properties/signals/items/properties/whenMissing");

        assertThat(whenMissing.get("enum").toString()).isEqualTo("[\"skip\",\"poor\"]");
        assertThat(whenMissing.get("default").asString()).isEqualTo("skip");
        assertThat(model.at("/properties/signals/items/required").toString())
                .isEqualTo("[\"good\",\"poor\",\"signal\",\"weight\"]");
    }

    @Test
    void letsAListBeEmptyThatMayBeLeftOut() {
        assertThat(model.at("/properties/caps/minItems").asInt()).isZero();
        assertThat(model.at("/properties/signals/minItems").asInt()).isEqualTo(1);
    }

    @Test
    void namesNullAmongTheWordsThatMayBeNull() {
        var kind = schemaOf(ClassifyTicket.class).at("/properties/kind");

        assertThat(kind.get("type").toString()).contains("\"string\"", "\"null\"");
        assertThat(kind.get("enum").toString())
                .isEqualTo("[\"how-to\",\"defect\",\"request\",\"billing\",\"other\",null]");
    }

    private static JsonNode schemaOf(Class<?> command) {
        try {
            return JsonMapper.shared().readTree(Json31.mapper().writeValueAsString(CommandSchemas.of(command)));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
