package tenure.query.customers;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tenure.query.shared.Question;

/** Where a term stands on a day. */
public enum TermState {
    /** Over. */
    PAST,
    /** The day is in it. */
    IN_FORCE,
    /** Sold, but not begun. */
    FUTURE,
    /** Cancelled before its end. */
    CUT_SHORT;

    /** The word in answers. */
    @JsonValue
    public String word() {
        return Question.word(this);
    }

    static TermState of(LocalDate startsOn, LocalDate endsOn, @Nullable LocalDate endedEarlyOn, LocalDate day) {
        if (endedEarlyOn != null) {
            return CUT_SHORT;
        }
        if (startsOn.isAfter(day)) {
            return FUTURE;
        }
        return endsOn.isAfter(day) ? IN_FORCE : PAST;
    }
}
