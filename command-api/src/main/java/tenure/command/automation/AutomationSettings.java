package tenure.command.automation;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What can be set, under {@code tenure.automation}.
 *
 * @param trainingDueDays   days that a user has for a required training
 * @param renewalWindowDays days before the end of a term on which its renewal is due to be talked about
 * @param grace             time that is left, after an event was taken in, for others which change what follows from it
 */
@ConfigurationProperties("tenure.automation")
public record AutomationSettings(
        @DefaultValue("30") int trainingDueDays,
        @DefaultValue("90") int renewalWindowDays,
        @DefaultValue("PT1M") Duration grace) {

    private static final int MOST_DAYS = 3_650;

    /** Checks them. */
    public AutomationSettings {
        mustBeDays("training-due-days", trainingDueDays);
        mustBeDays("renewal-window-days", renewalWindowDays);
        if (grace.isNegative() || grace.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException("tenure.automation.grace must lie between PT0S and PT24H.");
        }
    }

    private static void mustBeDays(String name, int days) {
        if (days < 0 || days > MOST_DAYS) {
            throw new IllegalArgumentException(
                    "tenure.automation." + name + " must lie between 0 and " + MOST_DAYS + ".");
        }
    }
}
