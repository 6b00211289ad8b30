package tenure.command.imports;

/**
 * What became of one item.
 *
 * @param code   why it was refused; empty when it was not
 * @param reason the same in words
 */
public record ItemOutcome(Status status, String code, String reason) {

    /** The ways it can go. */
    public enum Status {
        /** Recorded now. */
        ACCEPTED,
        /** Taken by an earlier delivery of the same item. */
        REPEATED,
        /** Nothing had to change. */
        UNCHANGED,
        /** Not taken. */
        REFUSED,
        /** In a dry run: not decided, as it builds on an earlier item that is not stored. */
        UNTRIED
    }

    static ItemOutcome of(Status status) {
        return new ItemOutcome(status, "", "");
    }

    static ItemOutcome refused(String code, String reason) {
        return new ItemOutcome(Status.REFUSED, code, reason);
    }
}
