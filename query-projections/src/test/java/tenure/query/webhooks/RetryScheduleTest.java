package tenure.query.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {

    private final Random random = new Random(4711);

    @Test
    void reachesOverAboutThreeDays() {
        var whole = Duration.ZERO;
        int attempts = 1;
        for (var pause = pause(attempts, null); pause != null; pause = pause(++attempts, null)) {
            whole = whole.plus(pause);
        }

        assertThat(attempts).isEqualTo(10);
        assertThat(whole).isBetween(Duration.ofDays(3), Duration.ofDays(4));
    }

    @Test
    void spreadsWhatFailedTogether() {
        assertThat(pause(2, null)).isBetween(Duration.ofMinutes(5), Duration.ofMinutes(6));
        assertThat(pause(2, null)).isNotEqualTo(pause(2, null));
    }

    @Test
    void listensToTheReceiverWithinReason() {
        assertThat(pause(1, Duration.ofMinutes(10))).isEqualTo(Duration.ofMinutes(10));
        assertThat(pause(2, Duration.ofSeconds(1))).isGreaterThan(Duration.ofMinutes(4));
        assertThat(pause(1, Duration.ofDays(300))).isEqualTo(Duration.ofDays(1));
    }

    private Duration pause(int attempts, Duration retryAfter) {
        return RetrySchedule.THREE_DAYS.pauseAfter(attempts, retryAfter, random);
    }
}
