package tenure.command.imports;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import tenure.command.catalogue.Times;
import tenure.domain.shared.Checked;
import tenure.domain.shared.InvalidValue;

/** One row of a file, by the names of its columns. */
record CsvRow(String file, long line, Map<String, Integer> columns, List<String> fields) {

    private static final Pattern WHOLE = Pattern.compile("\\d{1,18}");
    private static final Pattern DECIMAL = Pattern.compile("\\d{1,15}(\\.\\d{1,6})?");

    String text(String column) {
        return fields.get(Objects.requireNonNull(columns.get(column), column));
    }

    LocalDate date(String column) {
        return checked(column, Times::date);
    }

    /** An id that can be part of a key, a path and a command. */
    String id(String column) {
        return checked(column, Checked::id);
    }

    private <V> V checked(String column, Function<String, V> check) {
        try {
            return check.apply(text(column));
        } catch (InvalidValue invalid) {
            throw new BadRow(invalid.code(), "%s: %s".formatted(column, invalid.detail()));
        }
    }

    long whole(String column) {
        if (!WHOLE.matcher(text(column)).matches()) {
            throw new BadRow("BAD_NUMBER", "%s must be a whole number.".formatted(column));
        }
        return Long.parseLong(text(column));
    }

    BigDecimal decimal(String column) {
        if (!DECIMAL.matcher(text(column)).matches()) {
            throw new BadRow("BAD_NUMBER", "%s must be a number of 0 or more.".formatted(column));
        }
        return new BigDecimal(text(column));
    }

    /** The price per seat in cents, where the file has the price of all seats. */
    long centsPerSeat(String amount, String seats) {
        try {
            return decimal(amount)
                    .movePointRight(2)
                    .divide(BigDecimal.valueOf(whole(seats)))
                    .longValueExact();
        } catch (ArithmeticException notExact) {
            throw new BadRow(
                    "PRICE_NOT_EXACT", "%s cannot be divided by %s into whole cents.".formatted(amount, seats));
        }
    }
}
