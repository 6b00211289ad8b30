package tenure.command.automation;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Set;
import java.util.regex.Pattern;
import tenure.command.catalogue.StrictJson;
import tenure.command.catalogue.Times;
import tenure.command.http.BoundedBody;
import tenure.command.problem.ProblemException;
import tenure.domain.shared.InvalidValue;
import tools.jackson.databind.JsonNode;

/** Reads what is asked of the automations; everything that is not known is an error. */
final class AutomationBodies {

    /** Who holds when nobody says who. */
    static final String ANYBODY = "operator";

    private static final int MOST_BYTES = 4 * 1024;
    private static final Duration LONGEST_HOLD = Duration.ofDays(1);
    private static final Pattern HOLDER = Pattern.compile("[A-Za-z0-9._:@-]{1,64}");

    private AutomationBodies() {}

    static JsonNode read(HttpServletRequest request, Set<String> known) {
        takesNoParameters(request);
        var body = StrictJson.parse(BoundedBody.of(request, MOST_BYTES));
        if (!body.isObject()) {
            throw ProblemException.badRequest("", "NOT_AN_OBJECT", "Must be a JSON object.");
        }
        body.propertyNames().stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw ProblemException.badRequest("/" + name, "UNKNOWN_FIELD", "Known are " + known + ".");
                });
        return body;
    }

    static void takesNoParameters(HttpServletRequest request) {
        takesOnly(request, Set.of());
    }

    private static void takesOnly(HttpServletRequest request, Set<String> known) {
        if (!known.containsAll(request.getParameterMap().keySet())) {
            throw ProblemException.badRequest(
                    "",
                    "UNKNOWN_PARAMETER",
                    known.isEmpty() ? "There are no parameters here." : "The only parameters here are " + known + ".");
        }
    }

    static Instant instant(JsonNode body, String field) {
        try {
            return Times.instant(text(body, field));
        } catch (InvalidValue invalid) {
            throw ProblemException.badRequest("/" + field, invalid.code(), invalid.detail());
        }
    }

    static Duration duration(JsonNode body, String field) {
        try {
            var duration = Duration.parse(text(body, field));
            if (duration.isPositive() && duration.compareTo(LONGEST_HOLD) <= 0) {
                return duration;
            }
        } catch (DateTimeParseException notOne) {
            // Told below.
        }
        throw ProblemException.badRequest(
                "/" + field, "BAD_DURATION", "Must be a duration of a day at most, such as PT10M.");
    }

    private static String text(JsonNode body, String field) {
        var node = body.path(field);
        if (!node.isString()) {
            throw ProblemException.badRequest("/" + field, "REQUIRED", "Must be given, as text.");
        }
        return node.asString();
    }

    /** The holder that a request names as its parameter. */
    static String holder(HttpServletRequest request) {
        takesOnly(request, Set.of("holder"));
        var given = request.getParameterValues("holder");
        return given == null ? ANYBODY : holder(given[0], "");
    }

    static String holder(String name, String pointer) {
        if (!HOLDER.matcher(name).matches()) {
            throw ProblemException.badRequest(
                    pointer, "BAD_HOLDER", "A holder has 1 to 64 of the characters A-Z a-z 0-9 . _ : @ -");
        }
        return name;
    }
}
