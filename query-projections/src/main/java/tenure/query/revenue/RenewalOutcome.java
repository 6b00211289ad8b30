package tenure.query.revenue;

import com.fasterxml.jackson.annotation.JsonValue;
import tenure.query.shared.Question;

/** What came of a renewal that was due. */
public enum RenewalOutcome {
    /** It goes on at the same price. */
    RENEWED,
    /** It goes on, and less is paid. */
    SMALLER,
    /** It goes on, and more is paid. */
    LARGER,
    /** It was cut short, or did not go on in time. */
    LOST,
    /** It can still go on in time. */
    OPEN;

    /** The word in answers. */
    @JsonValue
    public String word() {
        return Question.word(this);
    }
}
