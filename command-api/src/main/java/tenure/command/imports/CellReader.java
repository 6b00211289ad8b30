package tenure.command.imports;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tenure.command.catalogue.Times;
import tenure.domain.shared.InvalidValue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Turns the text of a cell, which is not empty, into the JSON value that a command expects. */
interface CellReader {

    /** A {@code y} that does not stand in quotes. */
    String YEAR_OF_ERA = "y(?=(?:[^']*'[^']*')*[^']*$)";

    /** The value; a {@link BadRow} when the text is none. */
    JsonNode read(String text, CsvRow row);

    /** The text as it is. */
    static CellReader text() {
        return (text, row) -> JsonNodeFactory.instance.stringNode(text);
    }

    /** One of a few words. */
    static CellReader oneOf(List<String> words) {
        return (text, row) -> {
            if (!words.contains(text)) {
                throw new BadRow("UNKNOWN_WORD", "must be one of: %s.".formatted(String.join(", ", words)));
            }
            return string(text);
        };
    }

    /** A day, written in the pattern or else as in 2026-01-31. */
    static CellReader day(@Nullable String pattern) {
        if (pattern == null) {
            return (text, row) -> string(checked(() -> Times.date(text)).toString());
        }
        var format = format(pattern);
        return (text, row) -> {
            LocalDate day = parsed(text, pattern, () -> LocalDate.from(format.parse(text)));
            return string(checked(() -> Times.date(day.toString())).toString());
        };
    }

    /** A moment, written in the pattern or else as ISO 8601; without an offset of its own it is a time of the zone. */
    static CellReader moment(@Nullable String pattern, ZoneId zone) {
        var format = pattern == null ? iso() : format(pattern);
        String example = pattern == null ? "2026-01-31T09:30:00" : pattern;
        return (text, row) -> {
            TemporalAccessor time = parsed(
                    text,
                    example,
                    () -> format.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from));
            OffsetDateTime moment = switch (time) {
                case OffsetDateTime known -> known;
                case LocalDateTime local -> inZone(local, zone);
                default -> ((LocalDate) time).atStartOfDay(zone).toOffsetDateTime();
            };
            String utc = moment.withOffsetSameInstant(ZoneOffset.UTC)
                    .truncatedTo(ChronoUnit.MICROS)
                    .format(DateTimeFormatter.ISO_INSTANT);
            return string(checked(() -> Times.instant(utc)).toString());
        };
    }

    /** True or false, by the words for them, in any case. */
    static CellReader truth(Set<String> yes, Set<String> no) {
        return (text, row) -> {
            String word = text.toLowerCase(Locale.ROOT);
            if (yes.contains(word) || no.contains(word)) {
                return JsonNodeFactory.instance.booleanNode(yes.contains(word));
            }
            throw new BadRow(
                    "BAD_BOOLEAN", "must be %s or %s.".formatted(String.join(", ", yes), String.join(", ", no)));
        };
    }

    /**
     * A number.
     *
     * @param point     stands before the decimals; the other one of {@code .} and {@code ,} groups thousands
     * @param shift     places to move the point to the right, 2 for cents of an amount
     * @param dividedBy column of whole numbers to divide by; null for none
     */
    static CellReader number(char point, int shift, @Nullable String dividedBy, boolean whole) {
        String group = point == ',' ? "\\." : ",";
        var usual = Pattern.compile("-?(\\d{1,15}|\\d{1,3}(%s\\d{3}){1,4})(%s\\d{1,9})?"
                .formatted(group, Pattern.quote(String.valueOf(point))));
        return (text, row) -> {
            if (!usual.matcher(text).matches()) {
                throw new BadRow("BAD_NUMBER", "must be a number such as 1234%c5.".formatted(point));
            }
            BigDecimal value = new BigDecimal(
                            text.replace(point == ',' ? "." : ",", "").replace(point, '.'))
                    .movePointRight(shift);
            try {
                if (dividedBy != null) {
                    BigDecimal by = BigDecimal.valueOf(row.whole(dividedBy));
                    value = whole ? value.divide(by, 0, RoundingMode.UNNECESSARY) : value.divide(by);
                }
                return whole
                        ? JsonNodeFactory.instance.numberNode(value.longValueExact())
                        : JsonNodeFactory.instance.numberNode(value);
            } catch (ArithmeticException notExact) {
                throw new BadRow(
                        "NOT_EXACT",
                        dividedBy == null
                                ? "must be a whole number%s.".formatted(shift == 0 ? "" : " of the smallest unit")
                                : "cannot be divided by %s without a rest.".formatted(dividedBy));
            }
        };
    }

    /** A format of the pattern whose years are years, not years of an era, and in which there is no 30 February. */
    static DateTimeFormatter format(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern.contains("G") ? pattern : pattern.replaceAll(YEAR_OF_ERA, "u"))
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    private static DateTimeFormatter iso() {
        return new DateTimeFormatterBuilder()
                .append(DateTimeFormatter.ISO_LOCAL_DATE)
                .optionalStart()
                .appendPattern("['T'][' ']")
                .append(DateTimeFormatter.ISO_LOCAL_TIME)
                .optionalStart()
                .appendOffsetId()
                .toFormatter(Locale.ROOT)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    private static OffsetDateTime inZone(LocalDateTime local, ZoneId zone) {
        var offsets = zone.getRules().getValidOffsets(local);
        if (offsets.isEmpty()) {
            throw new BadRow("BAD_TIME", "does not exist in %s, where the clock was put forward.".formatted(zone));
        }
        return local.atOffset(offsets.getFirst());
    }

    private static JsonNode string(String text) {
        return JsonNodeFactory.instance.stringNode(text);
    }

    private static <V> V checked(Supplier<V> check) {
        try {
            return check.get();
        } catch (InvalidValue invalid) {
            throw new BadRow(invalid.code(), invalid.detail());
        }
    }

    private static <V> V parsed(String text, String pattern, Supplier<V> parser) {
        try {
            return parser.get();
        } catch (DateTimeException other) {
            throw new BadRow("BAD_DATE", "'%s' is no date or time written as %s.".formatted(shortened(text), pattern));
        }
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
