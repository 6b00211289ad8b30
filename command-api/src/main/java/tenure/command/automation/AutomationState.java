package tenure.command.automation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tenure.command.automation.DueTable.Pending;
import tenure.command.automation.HoldTable.Hold;

/**
 * How the automations are.
 *
 * @param position     up to which they have taken in the log
 * @param lagEvents    events of the log behind it
 * @param parkedEvents events that they could not take in, with those that wait behind them
 * @param heldUntil    when the clock goes on by itself; null when it runs
 * @param holds        who holds it
 * @param orders       what is not done, by kind
 */
record AutomationState(
        long position,
        long lagEvents,
        long parkedEvents,
        @Nullable Instant heldUntil,
        List<Hold> holds,
        List<Pending> orders,
        Settings settings) {

    /**
     * What is set.
     *
     * @param grace as an ISO 8601 duration, such as PT1M
     */
    record Settings(int trainingDueDays, int renewalWindowDays, String grace) {
        static Settings of(AutomationSettings settings) {
            return new Settings(
                    settings.trainingDueDays(),
                    settings.renewalWindowDays(),
                    settings.grace().toString());
        }
    }
}
