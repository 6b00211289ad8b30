package tenure.query.people;

import java.util.Locale;

/** How far into the product something leads, lowest first. */
public enum Level {
    INTRODUCTORY,
    CORE,
    ADVANCED;

    /** The level that an event names. */
    static Level of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
