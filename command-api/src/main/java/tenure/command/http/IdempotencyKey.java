package tenure.command.http;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tenure.command.problem.ProblemException;

/** The key that makes a command safe to repeat: 1 to 255 visible ASCII characters. */
public final class IdempotencyKey {

    /** Where it stands in a request. */
    public static final String HEADER = "Idempotency-Key";

    /** What a key is made of. */
    public static final String PATTERN = "[!-~]{1,255}";

    private static final Pattern KEY = Pattern.compile(PATTERN);

    private IdempotencyKey() {}

    /** Lets a key or none through; another is a 400. */
    public static @Nullable String checked(@Nullable String key, String pointer) {
        if (key != null && !KEY.matcher(key).matches()) {
            throw ProblemException.badRequest(
                    pointer, "BAD_IDEMPOTENCY_KEY", "An idempotency key has 1 to 255 visible ASCII characters.");
        }
        return key;
    }
}
