package tenure.domain.shared;

import java.util.Locale;

/** The text by which the constant of an enum is sent and stored. */
public final class Word {

    private Word() {}

    /** Lower case with hyphens, such as {@code how-to} for {@code HOW_TO}. */
    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
