package tenure.query.support;

import com.fasterxml.jackson.annotation.JsonValue;
import tenure.query.shared.Question;

/** How long a customer had been one. */
public enum CustomerAge {
    /** Not yet. */
    BEFORE_START,
    /** For 0 to 90 days since its first term began, or since it signed up when it has none. */
    FIRST_90_DAYS,
    /** For longer. */
    AFTER_90_DAYS,
    /** Nobody knows. */
    UNKNOWN;

    /** The word in answers. */
    @JsonValue
    public String word() {
        return Question.word(this);
    }
}
