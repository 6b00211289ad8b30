package tenure.query.customers;

import org.jspecify.annotations.Nullable;

/** How far a customer has come by a day. There is one of each customer: it holds nothing but a number a stage. */
@SuppressWarnings("EnumOrdinal")
final class Stages {

    private final int[] reachedOn = new int[Stage.values().length];

    private Stages() {}

    static Stages on(CustomerDigest digest, int day) {
        var stages = new Stages();
        var progress = digest.progress();
        for (var stage : Stage.values()) {
            int reached = switch (stage) {
                case SOLD -> digest.contracts().soldOn(day);
                case INVITED -> progress.invitedOn();
                case LOGGED_ON -> Math.min(progress.usedOn(), digest.use().firstActiveOn());
                case TRAINED -> progress.trained().firstAboveNothing();
                case TASKS -> digest.tasks().on(day, Days.NEVER);
                case VALUE -> valueOn(digest, day);
                case ADOPTED -> digest.adoptedOn();
                case RENEWAL -> digest.contracts().renewalDueSince(day);
            };
            stages.reachedOn[stage.ordinal()] = reached > day ? Days.NEVER : reached;
        }
        return stages;
    }

    /** First use of a feature that is one of value on the day asked about. */
    private static int valueOn(CustomerDigest digest, int day) {
        int first = Days.NEVER;
        for (var use : digest.progress().firstUses().entrySet()) {
            if (use.getValue() < first && digest.catalogue().isValue(use.getKey(), day)) {
                first = use.getValue();
            }
        }
        return first;
    }

    /** The day on which a stage was reached; {@link Days#NEVER} when it was not. */
    int reachedOn(Stage stage) {
        return reachedOn[stage.ordinal()];
    }

    /** The furthest that was reached; null when none was. */
    @Nullable Stage furthest() {
        Stage furthest = null;
        for (var stage : Stage.values()) {
            furthest = reachedOn(stage) == Days.NEVER ? furthest : stage;
        }
        return furthest;
    }
}
