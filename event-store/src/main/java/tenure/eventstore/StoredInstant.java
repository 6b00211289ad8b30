package tenure.eventstore;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.ext.javatime.deser.InstantDeserializer;

/**
 * Reads moments in the form in which they are stored, {@code 2024-01-31T08:15:00Z} with or without a fraction. Every event
 * has one at least, and a formatter that knows all forms takes a sixth of the time of a replay. Whatever looks different is
 * left to it.
 */
final class StoredInstant extends StdDeserializer<Instant> {

    private static final int SECONDS_PER_DAY = 86_400;
    private static final int WITHOUT_FRACTION = "2024-01-31T08:15:00Z".length();
    private static final int DIGITS_OF_A_NANO = 9;

    StoredInstant() {
        super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context) {
        var known = parser.currentToken() == JsonToken.VALUE_STRING ? known(parser.getString()) : null;
        return known == null ? InstantDeserializer.INSTANT.deserialize(parser, context) : known;
    }

    /** The moment; null when the text is not of the usual form. */
    static @Nullable Instant known(String text) {
        int length = text.length();
        int fraction = length - WITHOUT_FRACTION;
        if (fraction < 0
                || fraction == 1
                || fraction > DIGITS_OF_A_NANO + 1
                || text.charAt(4) != '-'
                || text.charAt(7) != '-'
                || text.charAt(10) != 'T'
                || text.charAt(13) != ':'
                || text.charAt(16) != ':'
                || text.charAt(length - 1) != 'Z'
                || (fraction > 0 && text.charAt(19) != '.')) {
            return null;
        }
        int hour = digits(text, 11, 13);
        int minute = digits(text, 14, 16);
        int second = digits(text, 17, 19);
        int nano = fraction == 0 ? 0 : digits(text, 20, length - 1);
        int year = digits(text, 0, 4);
        int month = digits(text, 5, 7);
        int day = digits(text, 8, 10);
        if ((hour | minute | second | nano | year | month | day) < 0 || hour > 23 || minute > 59 || second > 59) {
            return null;
        }
        for (int digit = fraction; fraction > 0 && digit <= DIGITS_OF_A_NANO; digit++) {
            nano *= 10;
        }
        try {
            var midnight = LocalDate.of(year, month, day).toEpochDay() * SECONDS_PER_DAY;
            return Instant.ofEpochSecond(midnight + hour * 3_600L + minute * 60L + second, nano);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** A number; less than 0 when something else than a digit is there. */
    private static int digits(String text, int from, int to) {
        int number = 0;
        for (int at = from; at < to; at++) {
            int digit = text.charAt(at) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = 10 * number + digit;
        }
        return number;
    }
}
