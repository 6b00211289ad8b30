package tenure.domain.funnel;

import tenure.domain.shared.Word;

/** Whether the steps of a funnel must be done one after the other. */
public enum FunnelOrder {
    /** Each step by itself, within its own days; one event may serve several steps. */
    INDEPENDENT,
    /** In any order after the entry; each step needs events of its own. */
    ANY,
    /** One after the other; other events may intervene. */
    ORDERED,
    /** One directly after the other: nothing else may happen in between. */
    STRICT;

    /** As it is sent and stored. */
    @Override
    public String toString() {
        return Word.of(this);
    }
}
