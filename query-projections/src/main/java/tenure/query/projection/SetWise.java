package tenure.query.projection;

import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes the rows of a page with one statement. */
public final class SetWise {

    private SetWise() {}

    /**
     * Writes rows.
     *
     * @param sql     takes one array of texts for each column, under the names 1, 2 …
     * @param columns the value of a row in each column; it is sent as text
     */
    @SafeVarargs
    public static <R> void write(
            JdbcClient jdbc, String sql, Collection<R> rows, Function<R, ? extends @Nullable Object>... columns) {
        if (rows.isEmpty()) {
            return;
        }
        var statement = jdbc.sql(sql);
        for (int column = 0; column < columns.length; column++) {
            var value = columns[column];
            statement = statement.param(
                    String.valueOf(column + 1),
                    rows.stream().map(row -> text(value.apply(row))).toArray(String[]::new));
        }
        statement.update();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
