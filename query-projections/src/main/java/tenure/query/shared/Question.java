package tenure.query.shared;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a read, checked: unknown ones, repeated ones and bad values are refused with a sentence. Every read
 * knows {@code asOf} and {@code minPosition}.
 */
public final class Question {

    private static final Set<String> ALWAYS = Set.of("asOf", "minPosition");
    private static final int MAX_LENGTH = 256;

    /** A subject names several things at once, each of which may be a text with escapes. */
    private static final int MAX_LENGTH_OF_SUBJECT = 4_000;

    private final Map<String, String[]> parameters;
    private final LocalDate today;
    private final Set<String> known = new HashSet<>();

    /**
     * A question as it was asked.
     *
     * @param parameters the query string, by name
     * @param today      the day that is meant when none is given
     * @param known      names that this read understands besides {@code asOf} and {@code minPosition}
     */
    public Question(Map<String, String[]> parameters, LocalDate today, String... known) {
        this.parameters = parameters;
        this.today = today;
        this.known.addAll(ALWAYS);
        this.known.addAll(List.of(known));
        refuseUnknown();
    }

    private Question(Map<String, String[]> parameters, Set<String> known) {
        this.parameters = parameters;
        this.today = LocalDate.EPOCH;
        this.known.addAll(known);
        refuseUnknown();
    }

    /** A question to the log itself, which is about no day and never behind: it knows these names and no others. */
    public static Question toTheLog(Map<String, String[]> parameters, String... known) {
        return new Question(parameters, Set.of(known));
    }

    private void refuseUnknown() {
        for (var name : parameters.keySet()) {
            if (!known.contains(name)) {
                throw Refusals.badParameter(
                        name,
                        "UNKNOWN_PARAMETER",
                        "There is no parameter '" + name + "'; known are "
                                + String.join(", ", known.stream().sorted().toList()) + "." + Near.hint(name, known));
            }
        }
    }

    /** The day asked about; today when none is named. */
    public AsOf asOf() {
        var day = day("asOf");
        return new AsOf(day == null ? today : day);
    }

    /** Up to when the log is to be believed; null when all that it holds counts. */
    public @Nullable KnownAt knownAt() {
        var value = text("knownAt");
        return value == null ? null : KnownAt.of(value);
    }

    /** The position that the answer must include; 0 when it does not matter. */
    public long minPosition() {
        return number("minPosition", 0, Long.MAX_VALUE, 0);
    }

    /** A day, or null when none is given. */
    public @Nullable LocalDate day(String name) {
        var value = text(name);
        if (value == null) {
            return null;
        }
        try {
            var day = LocalDate.parse(value);
            if (!YearMonth.from(day).isBefore(YearMonth.of(1900, 1))
                    && !YearMonth.from(day).isAfter(YearMonth.of(9998, 12))) {
                return day;
            }
        } catch (DateTimeException e) {
            // Refused below, in one sentence for all that is no day.
        }
        throw Refusals.badParameter(name, "INVALID_DATE", "'" + name + "' must be a day such as 2023-06-30.");
    }

    /** A text, or null when none is given or it is empty. */
    public @Nullable String text(String name) {
        var values = parameters.get(name);
        if (values == null || values.length == 0 || values[0].isEmpty()) {
            return null;
        }
        if (values.length > 1) {
            throw Refusals.badParameter(name, "REPEATED", "'" + name + "' may be given once.");
        }
        return bounded(name, values[0]);
    }

    /** All texts that are given under a name, which may be repeated; empty ones do not count. */
    public Set<String> texts(String name) {
        var texts = new LinkedHashSet<String>();
        for (var value : parameters.getOrDefault(name, new String[0])) {
            if (!value.isEmpty()) {
                texts.add(bounded(name, value));
            }
        }
        return texts;
    }

    private static String bounded(String name, String value) {
        int most = name.equals("subject") ? MAX_LENGTH_OF_SUBJECT : MAX_LENGTH;
        if (value.length() > most || value.indexOf('\0') >= 0) {
            throw Refusals.badParameter(
                    name, "INVALID_TEXT", "'" + name + "' may have " + most + " characters at most, none of them NUL.");
        }
        return value;
    }

    /** A whole number in these bounds; the default when none is given. */
    public long number(String name, long least, long most, long otherwise) {
        var value = text(name);
        return value == null ? otherwise : number(name, value, least, most);
    }

    /** One of the names of an enumeration in lower case, with dashes; the default when none is given. */
    public <E extends Enum<E>> E choice(String name, Class<E> choices, E otherwise) {
        var value = text(name);
        return value == null ? otherwise : choice(name, value, choices);
    }

    /** The value of an enumeration that a word stands for. */
    public static <E extends Enum<E>> E choice(String name, String value, Class<E> choices) {
        return Arrays.stream(choices.getEnumConstants())
                .filter(choice -> word(choice).equals(value))
                .findFirst()
                .orElseThrow(() -> Refusals.badParameter(
                        name,
                        "UNKNOWN_VALUE",
                        "'" + name + "' must be one of "
                                + String.join(
                                        ", ",
                                        Arrays.stream(choices.getEnumConstants())
                                                .map(Question::word)
                                                .toList())
                                + "."));
    }

    /** The word for a value of an enumeration in addresses and answers. */
    public static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** How many rows are wanted, from 1 to 500. */
    public int limit(int otherwise) {
        return (int) number("limit", 1, 500, otherwise);
    }

    /** Where the page before ended, as {@link #cursorAfter} wrote it; the given start when this is the first page. */
    public long cursor(long start) {
        var value = text("cursor");
        if (value == null) {
            return start;
        }
        try {
            var text = new String(Base64.getUrlDecoder().decode(value), StandardCharsets.US_ASCII);
            if (text.startsWith("after:")) {
                var place = Long.parseLong(text.substring("after:".length()));
                if (place >= 0) {
                    return place;
                }
            }
        } catch (IllegalArgumentException e) {
            // Refused below.
        }
        throw Refusals.badParameter(
                "cursor", "INVALID_CURSOR", "'cursor' must be the nextCursor of an earlier answer.");
    }

    /** A cursor for what comes after a place. Its text means nothing to anybody else. */
    public static String cursorAfter(long place) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(("after:" + place).getBytes(StandardCharsets.US_ASCII));
    }

    /** A text that is a whole number in these bounds, or a refusal. */
    public static long number(String name, String value, long least, long most) {
        try {
            var number = Long.parseLong(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Refused below.
        }
        throw Refusals.badParameter(
                name, "INVALID_NUMBER", "'" + name + "' must be a whole number from " + least + " to " + most + ".");
    }
}
