package tenure.app.security;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The body of an answer that is none (RFC 9457), for requests that reach no controller. */
public final class Problem {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Problem() {}

    /**
     * Writes a problem as the whole answer.
     *
     * @param title  the status in words
     * @param detail a sentence that says what to do
     * @param code   for programs, in capitals
     */
    public static void write(HttpServletResponse response, int status, String title, String detail, String code)
            throws IOException {
        // A server error may have come after the command was stored.
        write(response, status, title, detail, code, status >= 500 ? "unknown" : "not_applied");
    }

    /** The same for a request that was turned away before anything was done with it. */
    public static void turnAway(HttpServletResponse response, String detail, String code) throws IOException {
        response.setHeader("Retry-After", "1");
        write(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "Service Unavailable", detail, code, "not_applied");
    }

    private static void write(
            HttpServletResponse response, int status, String title, String detail, String code, String outcome)
            throws IOException {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put(
                "type", "urn:tenure:problem:" + code.toLowerCase(Locale.ROOT).replace('_', '-'));
        problem.put("title", title);
        problem.put("status", status);
        problem.put("detail", detail);
        problem.put("code", code);
        problem.put("outcome", outcome);
        problem.put("errors", List.of());
        var body = JSON.writeValueAsString(problem).getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType("application/problem+json");
        response.setContentLength(body.length);
        response.setHeader("Cache-Control", "no-store");
        response.getOutputStream().write(body);
    }
}
