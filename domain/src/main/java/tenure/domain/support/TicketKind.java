package tenure.domain.support;

import tenure.domain.shared.Word;

/** What a ticket is about. */
public enum TicketKind {
    HOW_TO,
    DEFECT,
    REQUEST,
    BILLING,
    OTHER;

    /** As it is sent and stored. */
    @Override
    public String toString() {
        return Word.of(this);
    }
}
