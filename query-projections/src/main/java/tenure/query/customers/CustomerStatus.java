package tenure.query.customers;

import com.fasterxml.jackson.annotation.JsonValue;
import tenure.query.shared.Question;

/** Whether a customer is there on a day. */
public enum CustomerStatus {
    /** Signed up on or before the day, and not churned on or before it. */
    LIVE,
    /** Churned on or before the day. */
    CHURNED;

    /** The word in answers. */
    @JsonValue
    public String word() {
        return Question.word(this);
    }
}
