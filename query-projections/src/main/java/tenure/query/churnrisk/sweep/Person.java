package tenure.query.churnrisk.sweep;

import java.util.HashSet;
import java.util.Set;

/** What is known of a user at the end of a day. */
final class Person {

    /** Stands for a day, a department or a step that there never was. */
    static final int NEVER = -1;

    int lastActive = NEVER;
    int lastNewFeature = NEVER;
    boolean enabled = true;
    boolean erased;
    boolean namedChampion;
    int department = NEVER;
    /** What the user did in the 28 days, and in those before. */
    long now;

    long before;
    /** The step of the ladder that was reached. */
    int position = NEVER;

    final int[] featuresAt = new int[RiskDefinitions.LEVELS];
    final int[] daysAt = new int[RiskDefinitions.LEVELS];
    final int[] lastDayAt = {NEVER, NEVER, NEVER};
    final Set<Integer> used = new HashSet<>();

    private final Set<String> completed = new HashSet<>();
    private boolean trained;

    boolean worksHere() {
        return enabled && !erased;
    }

    void completed(String courseId, Set<String> required) {
        completed.add(courseId);
        require(required);
    }

    /** All that is required from now on; looked at when that changes, not every day. */
    void require(Set<String> required) {
        trained = !completed.isEmpty() && completed.containsAll(required);
    }

    /** Whether all that is required is completed, or anything when nothing is. */
    boolean isTrained() {
        return trained;
    }
}
