package tenure.domain.shared;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The checks that values are made with. Each throws {@link InvalidValue} about the value itself. */
public final class Checked {

    /** What ids and codes are made of: safe in a path, a file name and a log line. */
    public static final String ID_PATTERN = "[A-Za-z0-9._-]{1,64}";

    private static final Pattern ID = Pattern.compile(ID_PATTERN);

    private Checked() {}

    /** Lets an id through. */
    public static String id(String value) {
        if (!ID.matcher(value).matches()) {
            throw new InvalidValue("", "BAD_ID", "Use 1 to 64 of the characters A-Z a-z 0-9 . _ -");
        }
        return value;
    }

    /** Lets a whole number through that lies in {@code [min, max]}. */
    public static long range(long value, long min, long max) {
        if (value < min || value > max) {
            throw new InvalidValue("", "OUT_OF_RANGE", "Must lie between %d and %d.".formatted(min, max));
        }
        return value;
    }

    /** Lets one line of text through. */
    public static String line(String value, int minLength, int maxLength) {
        text(value, minLength, maxLength);
        for (int index = 0; index < value.length(); index++) {
            if (Character.isISOControl(value.charAt(index))) {
                throw new InvalidValue("", "BAD_CHARACTER", "Must be one line without control characters.");
            }
        }
        return value;
    }

    /** Lets text through that every store can keep: no NUL, no half of a surrogate pair. */
    public static String text(String value, int minLength, int maxLength) {
        if (value.length() < minLength) {
            throw new InvalidValue("", "TOO_SHORT", "Must have at least %d character.".formatted(minLength));
        }
        if (value.length() > maxLength) {
            throw new InvalidValue("", "TOO_LONG", "Must have at most %d characters.".formatted(maxLength));
        }
        for (int index = 0; index < value.length(); index++) {
            if (value.charAt(index) == 0 || isHalfOfAPair(value, index)) {
                throw new InvalidValue("", "BAD_CHARACTER", "Must not hold U+0000 or half of a surrogate pair.");
            }
        }
        return value;
    }

    /** A copy that always lists its keys in the same order, so that equal events are stored as equal bytes. */
    public static <V> Map<String, V> sorted(Map<String, V> map) {
        return Collections.unmodifiableMap(new TreeMap<>(map));
    }

    private static boolean isHalfOfAPair(String value, int index) {
        char letter = value.charAt(index);
        boolean led = index > 0 && Character.isHighSurrogate(value.charAt(index - 1));
        boolean followed = index + 1 < value.length() && Character.isLowSurrogate(value.charAt(index + 1));
        return (Character.isHighSurrogate(letter) && !followed) || (Character.isLowSurrogate(letter) && !led);
    }
}
