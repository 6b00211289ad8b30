package tenure.query.people;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import tenure.query.shared.Question;

/** How far into the product something leads, lowest first. */
public enum Level {
    INTRODUCTORY,
    CORE,
    ADVANCED;

    /** The word in answers. */
    @JsonValue
    public String word() {
        return Question.word(this);
    }

    /** The level that an event names. */
    static Level of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
