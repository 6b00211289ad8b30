package tenure.benchmark.http;

import java.io.PrintStream;
import java.util.Locale;

/** The table that a run prints, row by row as it gets known. */
public final class HttpTable {

    private final PrintStream out;

    /** A table that is printed there. */
    public HttpTable(PrintStream out) {
        this.out = out;
    }

    /** Prints the names of the columns. */
    public void head() {
        line("work", "clients", "over HTTP", "engine", "HTTP : engine", "median", "99 %");
    }

    /** Prints a line across the table that says what the rows below it count. */
    void section(String title) {
        out.printf("%n%s%n", title);
    }

    /**
     * Prints a row of pieces of work a second, and milliseconds from a request to its answer.
     *
     * @param aim the part of the engine's rate that is aimed at
     */
    void row(String work, int clients, double http, double engine, double aim, TimedCallers requests) {
        line(
                work,
                Integer.toString(clients),
                number("%,.0f", http),
                number("%,.0f", engine),
                number("%.2f", http / engine) + number(" (%.1f)", aim),
                number("%.1f", requests.quantile(0.5)),
                number("%.1f", requests.quantile(0.99)));
    }

    /** Prints a row of seconds. */
    void row(String work, double seconds, String aim) {
        line(work, "", number("%.1f s", seconds), "", aim, "", "");
    }

    private static String number(String format, double number) {
        return String.format(Locale.ROOT, format, number);
    }

    private void line(Object... cells) {
        out.printf("%-52s %8s %11s %11s  %-16s %8s %8s%n", cells);
        out.flush();
    }
}
