package tenure.benchmark.read;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import tenure.benchmark.http.KeptConnection;
import tenure.benchmark.measure.BenchmarkDatabase;
import tenure.benchmark.measure.Numbers;

/** Puts every kind of question many times, one after the other, and prints how long the answers took. */
public final class Reads {

    private static final int CUSTOMERS = 2_000;
    private static final int WARM_UP = 20;
    private static final int OK = 200;

    private final BenchmarkDatabase database;
    private final URI tenure;
    private final Supplier<Duration> processorTime;
    private final int times;
    private final PrintStream out;
    private final Choice choice;

    /**
     * Questions to a Tenure over the log in a database.
     *
     * @param processorTime what it took so far
     * @param times         how often each kind is asked
     */
    public Reads(BenchmarkDatabase database, URI tenure, Supplier<Duration> processorTime, int times, PrintStream out) {
        this.database = database;
        this.tenure = tenure;
        this.processorTime = processorTime;
        this.times = times;
        this.out = out;
        var customers = database.jdbc()
                .sql("select customer_id from query.life where number = 1 and customer_id <> '' order by 1 limit ?")
                .param(CUSTOMERS)
                .query((row, number) -> row.getString("customer_id"))
                .list();
        this.choice = new Choice(customers, day("min"), day("max"));
    }

    private LocalDate day(String which) {
        return database.jdbc()
                .sql("select " + which + "(occurred_at) from eventstore.event where customer_id is not null")
                .query(OffsetDateTime.class)
                .single()
                .toLocalDate();
    }

    /** Measures and prints. */
    public void measure() throws IOException {
        line("milliseconds from a question to its answer", "first", "median", "99 %", "(aim)", "CPU", "SQL : median");
        for (var ask : Ask.all()) {
            // The statements in between take longer than Tenure keeps a connection that nobody uses.
            try (var connection = new KeptConnection(tenure)) {
                measure(ask, connection);
            }
        }
    }

    private void measure(Ask ask, KeptConnection connection) throws IOException {
        var first = millis(ask, connection);
        if (first < 0) {
            line(ask.name(), "–", "–", "–", "", "", "");
            return;
        }
        for (int i = 0; i < WARM_UP; i++) {
            millis(ask, connection);
        }
        var answers = new ArrayList<Double>();
        var before = processorTime.get();
        for (int i = 0; i < times; i++) {
            answers.add(millis(ask, connection));
        }
        var busy = processorTime.get().minus(before).toNanos() / 1e6 / times;
        var median = Numbers.quantile(answers, 0.5);
        line(
                ask.name(),
                number("%.0f", first),
                number("%.1f", median),
                number("%.1f", Numbers.quantile(answers, 0.99)),
                ask.aim() == 0 ? "" : number("(%.0f)", ask.aim()),
                number("%.1f", busy),
                ask.sql() == null ? "" : number("%,.1f", sql(ask.sql()) / median));
    }

    /** How long an answer took; less than zero when there is no such read. */
    private double millis(Ask ask, KeptConnection connection) throws IOException {
        var address = ask.address().apply(choice);
        var start = System.nanoTime();
        var answer = connection.get(address);
        var took = (System.nanoTime() - start) / 1e6;
        if (answer.status() != OK) {
            out.println(address + " was answered " + answer.status() + ": " + answer.body());
            return -1;
        }
        return took;
    }

    private double sql(Ask.Statement statement) {
        var took = new ArrayList<Double>();
        for (int i = 0; i < 3; i++) {
            var start = System.nanoTime();
            database.jdbc()
                    .sql(statement.sql())
                    .params(List.copyOf(statement.values().apply(choice)))
                    .query((row, number) -> number)
                    .list();
            took.add((System.nanoTime() - start) / 1e6);
        }
        return Numbers.quantile(took, 0.5);
    }

    private static String number(String format, double number) {
        return String.format(Locale.ROOT, format, number);
    }

    private void line(Object... cells) {
        out.printf("%-50s %8s %8s %8s %6s %8s %14s%n", cells);
        out.flush();
    }
}
