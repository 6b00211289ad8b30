package tenure.domain.shared;

/** A decision was asked for that the rules do not allow; nothing was recorded. The message is the code. */
public final class CommandRefused extends RuntimeException {

    private final transient Refusal refusal;

    /** Refuses for the given reason. A refusal is an answer, not a fault, so it carries no stack trace. */
    public CommandRefused(Refusal refusal) {
        super(refusal.code(), null, false, false);
        this.refusal = refusal;
    }

    /** The reason. */
    public Refusal refusal() {
        return refusal;
    }
}
