package tenure.query.dataquality;

/** The ways in which events can contradict each other; the words are those of the view {@code contradiction}. */
enum ContradictionKind {
    USAGE_BEFORE_REGISTRATION("Usage on a day before the customer registered."),
    USAGE_OF_UNREGISTERED_CUSTOMER("Usage of a customer that was never registered."),
    USAGE_WITHOUT_CUSTOMER("Usage of a user whose customer nobody knows."),
    USAGE_OF_UNKNOWN_USER("Usage of a user that was never invited."),
    USAGE_WITHOUT_LICENSE("Usage of a customer to which nothing was ever sold."),
    USAGE_BEFORE_FIRST_TERM("Usage before the first term of any license."),
    USAGE_OUTSIDE_TERMS("Usage after the first term began, on a day that no term covers."),
    USAGE_AFTER_CHURN("Usage of a customer that had left and was not won back."),
    TICKET_BEFORE_REGISTRATION("A ticket opened before the customer registered."),
    TICKET_BEGINS_CLOSED("A ticket that was resolved or closed when it was opened."),
    TICKET_CHANGED_AFTER_CLOSING("A ticket that was changed while it was closed."),
    TICKET_NEVER_OPENED("Told of a ticket that was never opened."),
    TRAINING_WITHOUT_ASSIGNMENT("A training completed that was never assigned."),
    RECORDED_LATE("A fact recorded more than 30 days after it happened."),
    DATED_IN_THE_FUTURE("A fact dated after the moment at which it was recorded.");

    private final String means;

    ContradictionKind(String means) {
        this.means = means;
    }

    String means() {
        return means;
    }
}
