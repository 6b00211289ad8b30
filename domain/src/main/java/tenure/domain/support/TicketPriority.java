package tenure.domain.support;

import tenure.domain.shared.Word;

/** How soon a ticket wants an answer. */
public enum TicketPriority {
    LOW,
    NORMAL,
    HIGH,
    URGENT;

    /** As it is sent and stored. */
    @Override
    public String toString() {
        return Word.of(this);
    }
}
