package tenure.query.engagement;

import com.fasterxml.jackson.annotation.JsonValue;
import tenure.query.shared.Question;

/** How regularly somebody is active, by the number of active days of the last fourteen. */
public enum Consistency {
    /** Nine or more. */
    DAILY(9),
    /** Five to eight. */
    WEEKLY(5),
    /** Two to four. */
    OCCASIONAL(2),
    /** One or none. */
    INACTIVE(0);

    static final int DAYS = 14;

    private final int least;

    Consistency(int least) {
        this.least = least;
    }

    /** The word in answers. */
    @JsonValue
    public String word() {
        return Question.word(this);
    }

    static Consistency of(int activeDays) {
        for (var consistency : values()) {
            if (activeDays >= consistency.least) {
                return consistency;
            }
        }
        throw new IllegalArgumentException("There are no " + activeDays + " days.");
    }

    static Consistency of(Unit unit) {
        return of(unit.activeDays(unit.asOf() - DAYS + 1, unit.asOf()));
    }
}
