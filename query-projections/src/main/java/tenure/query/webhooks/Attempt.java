package tenure.query.webhooks;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What came of one attempt to deliver.
 *
 * @param status     of the answer; null when there was none
 * @param retryAfter what the receiver asked for, or null
 * @param error      why it did not succeed; null when it did. Never what the receiver sent
 */
record Attempt(
        @Nullable Integer status,
        @Nullable Duration retryAfter,
        @Nullable String error,
        int latencyMillis) {

    private static final int GONE = 410;

    boolean delivered() {
        return error == null;
    }

    /** Whether the receiver wants to hear no more. */
    boolean gone() {
        return status != null && status == GONE;
    }
}
