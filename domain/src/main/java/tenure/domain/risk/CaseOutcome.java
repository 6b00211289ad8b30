package tenure.domain.risk;

import tenure.domain.shared.Word;

/** What came of a case. */
public enum CaseOutcome {
    SAVED,
    LOST,
    NO_RISK;

    /** As it is sent and stored. */
    @Override
    public String toString() {
        return Word.of(this);
    }
}
