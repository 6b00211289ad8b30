package tenure.query.shared;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a figure is of, where one word does not say it: names and values in one text, such as {@code to:2024-01-01 gap:7}. */
public final class FigureSubject {

    private final Map<String, String> values = new LinkedHashMap<>();

    /** Without any value. */
    public FigureSubject() {}

    /** The subject that a text means, as {@link #toString} wrote it. */
    public static FigureSubject of(@Nullable String text) {
        var subject = new FigureSubject();
        for (var part : text == null ? new String[0] : text.split(" ", -1)) {
            int colon = part.indexOf(':');
            if (colon < 1) {
                throw refusal();
            }
            try {
                subject.values.put(
                        part.substring(0, colon), URLDecoder.decode(part.substring(colon + 1), StandardCharsets.UTF_8));
            } catch (IllegalArgumentException e) {
                throw refusal();
            }
        }
        return subject;
    }

    /** The same with one value more; null adds nothing. */
    public FigureSubject with(String name, @Nullable Object value) {
        var more = new FigureSubject();
        more.values.putAll(values);
        if (value != null) {
            more.values.put(name, value.toString());
        }
        return more;
    }

    /** A value; null when there is none of that name. */
    public @Nullable String text(String name) {
        return values.get(name);
    }

    /** A day; null when there is none of that name. */
    public @Nullable LocalDate day(String name) {
        var value = values.get(name);
        try {
            return value == null ? null : LocalDate.parse(value);
        } catch (DateTimeException e) {
            throw refusal();
        }
    }

    /** A whole number from 0 on; the default when there is none of that name. */
    public int number(String name, int otherwise) {
        var value = values.get(name);
        return value == null ? otherwise : (int) Question.number("subject", value, 0, 1_000_000);
    }

    /** 400: the text is not one that a figure's address has. */
    public static RuntimeException refusal() {
        return Refusals.badParameter(
                "subject",
                "INVALID_TEXT",
                "'subject' must be as the address of a figure has it, such as to:2024-01-01.");
    }

    @Override
    public String toString() {
        var text = new StringBuilder();
        values.forEach((name, value) -> text.append(text.isEmpty() ? "" : " ")
                .append(name)
                .append(':')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return text.toString();
    }
}
