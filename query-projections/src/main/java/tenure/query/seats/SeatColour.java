package tenure.query.seats;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;
import tenure.query.shared.Question;

/** How well seats are used, as a colour. The bands are GitLab's. */
public enum SeatColour {
    GREEN,
    YELLOW,
    RED,
    /** Too early to say, nothing to compare, or not known. */
    NONE;

    private static final int FIRST_MONTH = 2;
    private static final int SECOND_BAND = 6;
    private static final int THIRD_BAND = 9;

    /** The word in answers. */
    @JsonValue
    public String word() {
        return Question.word(this);
    }

    /**
     * Of active users ÷ seats. In the first two months there is no colour. Below 10 % it is red and above 75 % green. Up to
     * 50 % it is yellow, and red from the sixth month; up to 75 % it is green, yellow from the sixth month and red from
     * the ninth.
     *
     * @param months full months since the first day of the contract; null when nothing is in force
     */
    static SeatColour ofUtilisation(@Nullable Long active, long seats, @Nullable Integer months) {
        if (active == null || months == null || months < FIRST_MONTH || seats == 0) {
            return NONE;
        }
        if (active * 100 < seats * 10) {
            return RED;
        }
        if (active * 100 <= seats * 50) {
            return months < SECOND_BAND ? YELLOW : RED;
        }
        if (active * 100 <= seats * 75) {
            return months < SECOND_BAND ? GREEN : months < THIRD_BAND ? YELLOW : RED;
        }
        return GREEN;
    }

    /** Of users who logged on in 28 days ÷ deployed users: below 50 % red, below 80 % yellow, else green. */
    static SeatColour ofEngagement(@Nullable Long loggedOn, @Nullable Long deployed) {
        if (loggedOn == null || deployed == null || deployed == 0) {
            return NONE;
        }
        if (loggedOn * 100 < deployed * 50) {
            return RED;
        }
        return loggedOn * 100 < deployed * 80 ? YELLOW : GREEN;
    }
}
