package tenure.command.usage;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tenure.command.Request;
import tenure.command.Request.Sender;
import tenure.command.http.IdempotencyKey;
import tenure.command.http.JsonItems;
import tenure.command.problem.ProblemException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One item of usage: a request, or why it is none. */
record UsageItem(@Nullable Request request, @Nullable ProblemException problem) {

    static final String TYPE = "type";
    static final String MESSAGE_ID = "messageId";

    /** The commands that can be sent in masses, by what an item calls them. */
    static final Map<String, String> COMMANDS = Collections.unmodifiableMap(new TreeMap<>(
            Map.of("log-on", "record-log-on", "feature-use", "record-feature-use", "day", "report-usage-day")));

    static UsageItem read(JsonItems.Item item, Sender sender) {
        try {
            return new UsageItem(request(item.source().apply(""), sender), null);
        } catch (ProblemException problem) {
            return new UsageItem(null, problem);
        }
    }

    private static Request request(JsonNode item, Sender sender) {
        if (!(item instanceof ObjectNode object)) {
            throw ProblemException.badRequest("", "WRONG_TYPE", "Must be an object.");
        }
        String command = COMMANDS.get(object.path(TYPE).asString(""));
        if (command == null) {
            throw ProblemException.badRequest(
                    "/" + TYPE, "UNKNOWN_WORD", "Must be one of: %s.".formatted(String.join(", ", COMMANDS.keySet())));
        }
        JsonNode id = object.path(MESSAGE_ID);
        if (!id.isString() && !id.isNull() && !id.isMissingNode()) {
            throw ProblemException.badRequest("/" + MESSAGE_ID, "WRONG_TYPE", "Must be text.");
        }
        String key = IdempotencyKey.checked(id.isString() ? id.stringValue() : null, "/" + MESSAGE_ID);
        // What was read is nobody else's, and there are thousands of it.
        object.remove(TYPE);
        object.remove(MESSAGE_ID);
        return new Request(command, object, key, sender, null, false);
    }
}
