package tenure.domain.risk;

import tenure.domain.shared.Word;

/** What is made of a signal that has no data. */
public enum WhenMissing {
    SKIP,
    POOR;

    /** As it is sent and stored. */
    @Override
    public String toString() {
        return Word.of(this);
    }
}
