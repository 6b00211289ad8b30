package tenure.domain.risk;

import tenure.domain.shared.Word;

/** What was done about a risk. */
public enum InterventionKind {
    CALL,
    EMAIL,
    MEETING,
    TRAINING,
    OFFER,
    OTHER;

    /** As it is sent and stored. */
    @Override
    public String toString() {
        return Word.of(this);
    }
}
