package tenure.command.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tenure.command.Request;
import tenure.command.Request.Sender;
import tenure.command.problem.FieldError;
import tenure.command.problem.ProblemException;
import tools.jackson.databind.JsonNode;

/** Reads many commands from one body. */
final class BatchBody {

    static final int MOST = 1_000;

    private static final Set<String> FIELDS = Set.of("command", "idempotencyKey", "body");

    private BatchBody() {}

    /** The requests, or the problem of each that is none; a 400 when the body as a whole cannot be read. */
    static List<Entry> read(byte[] body, String contentType, Sender sender, boolean dryRun) {
        return JsonItems.read(body, contentType, MOST).stream()
                .map(item -> entry(item, sender, dryRun))
                .toList();
    }

    private static Entry entry(JsonItems.Item item, Sender sender, boolean dryRun) {
        try {
            return new Entry(request(item.source().apply(item.pointer()), item.pointer(), sender, dryRun), null);
        } catch (ProblemException problem) {
            return new Entry(null, problem);
        }
    }

    private static Request request(JsonNode item, String pointer, Sender sender, boolean dryRun) {
        if (!item.isObject()) {
            throw ProblemException.badRequest(pointer, "WRONG_TYPE", "Must be an object of command and body.");
        }
        List<FieldError> errors = new ArrayList<>();
        if (!FIELDS.containsAll(item.propertyNames())) {
            errors.add(new FieldError(pointer, "UNKNOWN_FIELD", "An item has command, idempotencyKey and body only."));
        }
        JsonNode command = item.path("command");
        if (!command.isString()) {
            errors.add(new FieldError(pointer + "/command", "WRONG_TYPE", "The name of a command is required."));
        }
        JsonNode key = item.path("idempotencyKey");
        if (!key.isString() && !key.isNull() && !key.isMissingNode()) {
            errors.add(new FieldError(pointer + "/idempotencyKey", "WRONG_TYPE", "Must be text."));
        }
        if (!item.path("body").isObject()) {
            errors.add(new FieldError(pointer + "/body", "WRONG_TYPE", "The body of the command is required."));
        }
        if (!errors.isEmpty()) {
            throw ProblemException.badRequest(errors);
        }
        String checkedKey =
                IdempotencyKey.checked(key.isString() ? key.stringValue() : null, pointer + "/idempotencyKey");
        return new Request(command.stringValue(), item.get("body"), checkedKey, sender, null, dryRun);
    }

    /** One item: a request, or why it is none. */
    record Entry(@Nullable Request request, @Nullable ProblemException problem) {}
}
