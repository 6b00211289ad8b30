package tenure.query.shared;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/** Bodies of requests that manage something. Unknown fields, and fields of another type, are refused. */
public final class JsonBody {

    private static final int MOST_BYTES = 16_384;

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(
                    LogicalType.Textual,
                    texts -> texts.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .build();

    private JsonBody() {}

    /** Reads a body of at most 16 kB. */
    public static <T> T read(HttpServletRequest request, Class<T> type) throws IOException {
        var body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            throw Refusals.tooLarge("A body here has at most " + MOST_BYTES + " bytes.");
        }
        try {
            var read = STRICT.readValue(body, type);
            if (read != null) {
                return read;
            }
        } catch (UnrecognizedPropertyException e) {
            throw Refusals.badParameter(
                    e.getPropertyName(),
                    "UNKNOWN_FIELD",
                    "There is no field '" + e.getPropertyName() + "'; known are " + e.getKnownPropertyIds() + ".");
        } catch (JacksonException e) {
            throw Refusals.badParameter("body", "MALFORMED_JSON", "The body cannot be read: " + e.getOriginalMessage());
        }
        throw Refusals.badParameter("body", "MALFORMED_JSON", "The body must be a JSON object.");
    }
}
