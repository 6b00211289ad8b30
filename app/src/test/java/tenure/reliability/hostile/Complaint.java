package tenure.reliability.hostile;

import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is wrong with an answer, whatever was asked. */
final class Complaint {

    private static final Pattern INSIDE =
            Pattern.compile("Exception|\\bat [a-z]+(\\.[\\w$]+)+\\(|org\\.(spring|postgres|axon|apache)");

    private Complaint() {}

    /** Nothing when the answer is one that a client can work with. */
    static Optional<String> about(String method, int status, String type, String retryAfter, String body) {
        if (status == 503 && !retryAfter.isEmpty()) {
            return Optional.empty();
        }
        if (status >= 500) {
            return Optional.of("a failure of ours: " + status + " " + body);
        }
        if (INSIDE.matcher(body).find()) {
            return Optional.of("it shows what is inside: " + body);
        }
        if (status < 400 || method.equals("HEAD")) {
            return Optional.empty();
        }
        return type.startsWith("application/problem+json") && isProblem(body, status)
                ? Optional.empty()
                : Optional.of("not a problem that a client can read: " + status + " " + type + " " + body);
    }

    private static boolean isProblem(String body, int status) {
        try {
            JsonNode problem = JsonMapper.shared().readTree(body);
            return problem.path("status").asInt(0) == status
                    && !problem.path("code").asString("").isEmpty()
                    && !problem.path("detail").asString("").isEmpty();
        } catch (JacksonException noJson) {
            return false;
        }
    }
}
