package tenure.query.customers;

import com.fasterxml.jackson.annotation.JsonValue;
import tenure.query.shared.Question;

/** How far a customer has come, in the order of its life; some come to a later one without an earlier. */
public enum Stage {
    /** Its first term has begun. */
    SOLD,
    /** Somebody was invited. */
    INVITED,
    /** Somebody logged on, or used the product. */
    LOGGED_ON,
    /** Somebody completed every required course. */
    TRAINED,
    /** Every required task of its onboarding is completed. */
    TASKS,
    /** A feature of value was used. */
    VALUE,
    /** At least half of its seats were active in 28 days. */
    ADOPTED,
    /** A term nears its end, and nothing is agreed for the time after. */
    RENEWAL;

    /** The word in answers. */
    @JsonValue
    public String word() {
        return Question.word(this);
    }
}
