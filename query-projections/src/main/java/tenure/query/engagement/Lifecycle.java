package tenure.query.engagement;

import com.fasterxml.jackson.annotation.JsonValue;
import tenure.query.shared.Question;

/**
 * What became of a user or an account in an interval, compared with the one before. What is active is new, returning or
 * resurrecting, so that the active ones are those of before, and the new and resurrecting ones, less the dormant ones.
 */
public enum Lifecycle {
    /** Active now, and created in this interval. */
    NEW,
    /** Active now and in the interval before. */
    RETURNING,
    /** Active now, not in the interval before, and created earlier. */
    RESURRECTING,
    /** Active in the interval before, and not now. */
    DORMANT,
    /** Neither. */
    INACTIVE;

    /** The word in answers. */
    @JsonValue
    public String word() {
        return Question.word(this);
    }

    /** The state in an interval of so many days that begins on a day, which is its number since 1970-01-01. */
    static Lifecycle of(Unit unit, int from, int days) {
        var before = unit.isActive(from - days, from - 1);
        if (!unit.isActive(from, from + days - 1)) {
            return before ? DORMANT : INACTIVE;
        }
        if (before) {
            return RETURNING;
        }
        return unit.createdOn() < from ? RESURRECTING : NEW;
    }
}
