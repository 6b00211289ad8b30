package tenure.benchmark.measure;

import java.io.PrintStream;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The one table that a run prints, row by row as it gets known. */
public final class Table {

    private final PrintStream out;

    /** A table that is printed there. */
    public Table(PrintStream out) {
        this.out = out;
    }

    /** Who did the work. */
    public enum Column {
        TENURE("tenure", "tenure"),
        /** What SQL does without a log: a bare insert, or a loop that reads the same rows. */
        PLAIN("plain SQL", "plain"),
        COPY("COPY", "COPY"),
        AXON_JDBC("axon jdbc", "jdbc"),
        AXON_JPA("axon jpa", "jpa");

        private final String title;
        private final String inRatios;

        Column(String title, String inRatios) {
            this.title = title;
            this.inRatios = inRatios;
        }
    }

    /** Prints the names of the columns. */
    public void head() {
        line("work", "in flight", column -> column.title, "tenure : peer (aim)");
    }

    /** Prints a line across the table that says what the rows below it count. */
    public void section(String title) {
        out.printf("%n%s%n", title);
    }

    /** Begins a row of pieces of work a second. */
    public Row row(String work, int inFlight) {
        return new Row(work, inFlight);
    }

    /** Prints a row of other values than work a second. */
    public void row(String work, Map<Column, String> cells, String aims) {
        line(work, "", column -> cells.getOrDefault(column, ""), aims);
    }

    private interface Cell {
        String of(Column column);
    }

    private void line(String work, String inFlight, Cell cell, String ratios) {
        out.printf(
                Locale.ROOT,
                "%-36s %9s %14s %9s %9s %13s %9s  %s%n",
                work,
                inFlight,
                cell.of(Column.TENURE),
                cell.of(Column.PLAIN),
                cell.of(Column.COPY),
                cell.of(Column.AXON_JDBC),
                cell.of(Column.AXON_JPA),
                ratios);
        out.flush();
    }

    /** A row of pieces of work a second; what a column did not do stays empty. */
    public final class Row {
        private final String work;
        private final int inFlight;
        private final Map<Column, Double> rates = new EnumMap<>(Column.class);
        private final Map<Column, String> aims = new EnumMap<>(Column.class);

        private Row(String work, int inFlight) {
            this.work = work;
            this.inFlight = inFlight;
        }

        /** Work a second of a column; null leaves it empty. */
        public Row rate(Column column, @Nullable Double rate) {
            if (rate != null) {
                rates.put(column, rate);
            }
            return this;
        }

        /** How many times what the column does Tenure should reach; null when nothing was aimed at. */
        public Row aim(Column column, @Nullable Double ratio) {
            if (ratio != null) {
                aims.put(column, String.format(Locale.ROOT, " (%.1f)", ratio));
            }
            return this;
        }

        /** Prints it. */
        public void print() {
            var ratios = new StringBuilder();
            var tenure = rates.getOrDefault(Column.TENURE, 0.0);
            rates.forEach((column, rate) -> {
                if (column != Column.TENURE) {
                    ratios.append(String.format(Locale.ROOT, "%s %.2f", column.inRatios, tenure / rate))
                            .append(aims.getOrDefault(column, ""))
                            .append("  ");
                }
            });
            line(
                    work,
                    Integer.toString(inFlight),
                    column -> rates.containsKey(column) ? String.format(Locale.ROOT, "%,.0f", rates.get(column)) : "",
                    ratios.toString().strip());
        }
    }
}
