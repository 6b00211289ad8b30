package tenure.command.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tenure.command.Request.Sender;
import tenure.command.problem.ProblemException;

/**
 * Who sends a request. There are no logins yet, so a client may name itself and nobody checks it; the body never says
 * it.
 */
public final class ActorMetadata {

    /** How a client names itself until there are logins. Not authenticated. */
    public static final String HEADER = "Tenure-Actor";

    /** What a client may call itself. */
    public static final String PATTERN = "[A-Za-z0-9._:@-]{1,64}";

    private static final Pattern ACTOR = Pattern.compile(PATTERN);
    private static final Pattern TRACEPARENT =
            Pattern.compile("[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}(-.*)?");
    private static final String LOCAL = "local";

    private ActorMetadata() {}

    /** The sender of the request; a 400 when it names itself badly. */
    public static Sender of(HttpServletRequest request) {
        String actor = request.getHeader(HEADER);
        if (actor != null && !ACTOR.matcher(actor).matches()) {
            throw ProblemException.badRequest(
                    "", "BAD_ACTOR", HEADER + " has 1 to 64 of the characters A-Z a-z 0-9 . _ : @ -");
        }
        return new Sender(actor == null ? LOCAL : actor, LOCAL, correlationOf(request));
    }

    private static String correlationOf(HttpServletRequest request) {
        String traceparent = request.getHeader("traceparent");
        if (traceparent != null) {
            Matcher matcher = TRACEPARENT.matcher(traceparent);
            if (matcher.matches()) {
                return matcher.group(1);
            }
        }
        return UUID.randomUUID().toString().replace("-", "");
    }
}
