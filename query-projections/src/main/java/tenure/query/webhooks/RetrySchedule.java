package tenure.query.webhooks;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * How long to wait before each further attempt.
 *
 * @param pauses after the first, second, … attempt; there is one attempt more than there are pauses
 */
record RetrySchedule(List<Duration> pauses) {

    /** Ten attempts within about three days, as Standard Webhooks advises. */
    static final RetrySchedule THREE_DAYS = new RetrySchedule(List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24)));

    private static final double JITTER = 0.2;
    private static final Duration LONGEST = Duration.ofHours(24);

    /**
     * The pause after an attempt, up to a fifth longer than planned, so that what failed together does not come back
     * together; null after the last attempt.
     *
     * @param attempts  made so far, 1 or more
     * @param retryAfter what the receiver asked for; it gets a day at most
     */
    @Nullable Duration pauseAfter(int attempts, @Nullable Duration retryAfter, RandomGenerator random) {
        if (attempts > pauses.size()) {
            return null;
        }
        var planned = pauses.get(attempts - 1);
        var pause = planned.plusMillis((long) (planned.toMillis() * JITTER * random.nextDouble()));
        if (retryAfter == null || retryAfter.compareTo(pause) < 0) {
            return pause;
        }
        return retryAfter.compareTo(LONGEST) < 0 ? retryAfter : LONGEST;
    }
}
