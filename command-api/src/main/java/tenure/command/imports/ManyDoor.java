package tenure.command.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A door of a Tenure that takes many items at once: how an item is written there, and what its answer says of each. */
enum ManyDoor {
    COMMANDS("/api/v1/commands") {
        @Override
        ObjectNode line(ImportItem item) {
            ObjectNode line = JsonNodeFactory.instance
                    .objectNode()
                    .put("command", item.command())
                    .put("idempotencyKey", item.key());
            line.set("body", item.body());
            return line;
        }

        @Override
        List<JsonNode> items(JsonNode answer, int sent) {
            return answer.path("items").valueStream().toList();
        }
    },

    /** It counts what it took and tells of each item that it did not take, which for usage means trouble. */
    USAGE("/api/v1/usage") {
        @Override
        ObjectNode line(ImportItem item) {
            ObjectNode line = item.body().deepCopy();
            return line.put("type", USAGE_TYPES.get(item.command())).put("messageId", item.key());
        }

        @Override
        List<JsonNode> items(JsonNode answer, int sent) {
            long repeated = answer.path("repeated").asLong();
            List<JsonNode> items = new ArrayList<>();
            for (int index = 0; answer.has("accepted") && index < sent; index++) {
                items.add(JsonNodeFactory.instance
                        .objectNode()
                        .put("status", CREATED)
                        .put("replayed", index < repeated));
            }
            for (JsonNode problem : answer.path("problems")) {
                items.set(problem.path("index").asInt(), ((ObjectNode) problem.deepCopy()).put("status", UNTAKEN));
            }
            return items;
        }
    };

    /** What the items of the usage door are called, by command. */
    static final Map<String, String> USAGE_TYPES =
            Map.of("record-log-on", "log-on", "record-feature-use", "feature-use", "report-usage-day", "day");

    private static final int CREATED = 201;
    private static final int UNTAKEN = 503;

    private final String path;

    ManyDoor(String path) {
        this.path = path;
    }

    String path() {
        return path;
    }

    /** The item as one line of the request. */
    abstract ObjectNode line(ImportItem item);

    /** An answer for each of the items that were sent; fewer when this is no such door. */
    abstract List<JsonNode> items(JsonNode answer, int sent);
}
