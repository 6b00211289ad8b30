package tenure.query.history;

import com.fasterxml.jackson.annotation.JsonValue;
import tenure.query.shared.Question;

/** What a part of a customer's life is about. */
public enum Lane {
    COMMERCIAL,
    PEOPLE,
    TRAINING,
    TASKS,
    USAGE,
    SUPPORT,
    RISK,
    INTERVENTIONS;

    /** The word in answers. */
    @JsonValue
    public String word() {
        return Question.word(this);
    }
}
