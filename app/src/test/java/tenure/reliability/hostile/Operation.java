package tenure.reliability.hostile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One operation as the description of the interface tells of it.
 *
 * @param body  schema of its JSON body; null when it takes none
 * @param types media types of its body
 */
record Operation(
        String method,
        String path,
        List<Parameter> parameters,
        @Nullable JsonNode body,
        List<String> types) {

    /** A parameter in the path, the query or a header. */
    record Parameter(String in, String name, JsonNode schema) {}

    /** All that {@code /v3/api-docs} lists. */
    static List<Operation> in(JsonNode api) {
        var operations = new ArrayList<Operation>();
        api.get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(method -> operations.add(
                                of(api, method.getKey().toUpperCase(Locale.ROOT), path.getKey(), method.getValue()))));
        return operations;
    }

    private static Operation of(JsonNode api, String method, String path, JsonNode described) {
        var parameters = described
                .path("parameters")
                .valueStream()
                .map(parameter -> new Parameter(
                        parameter.get("in").asString(),
                        parameter.get("name").asString(),
                        resolved(api, parameter.get("schema"))))
                .toList();
        var content = described.path("requestBody").path("content");
        var types = content.propertyStream().map(Map.Entry::getKey).toList();
        var json = content.path("application/json").path("schema");
        return new Operation(method, path, parameters, json.isMissingNode() ? null : resolved(api, json), types);
    }

    /** The schema that a reference leads to. */
    private static JsonNode resolved(JsonNode api, JsonNode schema) {
        var reference = schema.path("$ref").asString("");
        return reference.isEmpty() ? schema : api.at(reference.substring(1));
    }
}
