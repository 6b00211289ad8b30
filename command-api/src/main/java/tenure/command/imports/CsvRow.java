package tenure.command.imports;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** One row of a file, by the names of its columns. */
record CsvRow(String file, long line, Map<String, Integer> columns, List<String> fields) {

    private static final Pattern WHOLE = Pattern.compile("\\d{1,18}");
    private static final Pattern DECIMAL = Pattern.compile("\\d{1,15}(\\.\\d{1,6})?");

    String text(String column) {
        return fields.get(Objects.requireNonNull(columns.get(column), column));
    }

    LocalDate date(String column) {
        try {
            return LocalDate.parse(text(column));
        } catch (DateTimeException noDate) {
            throw new BadRow("BAD_DATE", "%s must be a day such as 2026-01-31.".formatted(column));
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
}
