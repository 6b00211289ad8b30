package tenure.domain.shared;

import java.util.List;

/** A decision was asked for that the rules do not allow; nothing was recorded. The message is the code. */
public final class CommandRefused extends RuntimeException {

    private final transient Refusal refusal;
    private final String text;
    private final transient List<String> candidates;

    /** Refuses for the given reason. A refusal is an answer, not a fault, so it carries no stack trace. */
    public CommandRefused(Refusal refusal) {
        this(refusal, refusal.text(), List.of());
    }

    /**
     * Refuses in words that fit the case.
     *
     * @param candidates ids to choose from, when the way out is a choice
     */
    public CommandRefused(Refusal refusal, String text, List<String> candidates) {
        super(refusal.code(), null, false, false);
        this.refusal = refusal;
        this.text = text;
        this.candidates = List.copyOf(candidates);
    }

    /** The reason. */
    public Refusal refusal() {
        return refusal;
    }

    /** One sentence for the person who asked: what is wrong and what to do. */
    public String text() {
        return text;
    }

    /** Ids to choose from, when the way out is a choice. */
    public List<String> candidates() {
        return candidates;
    }
}
