package tenure.query.shared;

import java.util.Set;

/** What others report, as against what was decided: only that can be corrected and taken back. */
public final class Facts {

    private static final Set<String> TRAINING = Set.of("training.started", "training.completed");

    private Facts() {}

    /**
     * Whether events of a type are facts. A decision stands, whatever is said of it.
     *
     * @param type stored name
     */
    public static boolean isFact(String type) {
        return type.startsWith("usage.") || type.startsWith("ticket.") || TRAINING.contains(type);
    }
}
