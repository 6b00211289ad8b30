package tenure.domain.risk;

import tenure.domain.shared.Word;

/** How far the work on a case has come. */
public enum CaseStage {
    NEW,
    CONTACTED,
    PLAN_AGREED,
    RECOVERING;

    /** As it is sent and stored. */
    @Override
    public String toString() {
        return Word.of(this);
    }
}
