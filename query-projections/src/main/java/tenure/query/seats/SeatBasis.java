package tenure.query.seats;

import com.fasterxml.jackson.annotation.JsonValue;
import tenure.query.shared.Question;

/** What is known of the people at a customer. */
public enum SeatBasis {
    /** Each person: everybody counts once. */
    PERSONS,
    /** Only totals of days: active28 is the most people active on one of the days, all other counts are not known. */
    DAY_TOTALS;

    /** The word in answers. */
    @JsonValue
    public String word() {
        return Question.word(this);
    }
}
