package tenure.benchmark.http;

import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import tenure.benchmark.append.LogAppends;
import tenure.benchmark.measure.BenchmarkServer;
import tenure.benchmark.measure.Callers;
import tenure.benchmark.measure.Callers.Worker;
import tenure.benchmark.measure.Rounds;
import tenure.benchmark.measure.Rounds.Contestant;
import tenure.benchmark.measure.Settings;
import tenure.eventstore.Appender;
import tenure.eventstore.read.LogSignal;

/** Commands and usage through the doors of a running Tenure, in turns with the bare appender on the same server. */
public final class Doors {

    private static final int CLIENTS_OF_COMMANDS = 32;
    private static final List<Integer> CLIENTS_OF_USAGE = List.of(1, 4);
    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final double AIM = 0.5;

    private final URI tenure;
    private final Appender appender;
    private final Settings settings;
    private final HttpTable table;

    private Doors(URI tenure, Appender appender, Settings settings, HttpTable table) {
        this.tenure = tenure;
        this.appender = appender;
        this.settings = settings;
        this.table = table;
    }

    /**
     * Measures and prints the rows.
     *
     * @param parts commands, usage or both
     */
    public static void measure(BenchmarkServer server, Settings settings, List<String> parts, HttpTable table)
            throws Exception {
        var data = Files.createTempDirectory(settings.directory(), "http");
        try (var database = server.database("tenure");
                var other = server.database("engine");
                var appender = new Appender(other.tenure(), new LogSignal());
                var process = TenureProcess.run(
                        settings.directory(),
                        "start",
                        "--port",
                        "0",
                        "--data-dir",
                        data.toString(),
                        "--database-url",
                        database.url())) {
            var tenure = process.awaitReady();
            Customers.register(tenure);
            var doors = new Doors(tenure, appender, settings, table);
            if (parts.contains("commands")) {
                doors.commands();
            }
            if (parts.contains("usage")) {
                doors.usage();
            }
        }
    }

    private void commands() throws Exception {
        table.section("commands a second, half of them decisions; the engine appends an event at a time");
        var plain = http(CLIENTS_OF_COMMANDS, () -> new CommandCaller(tenure, false));
        var keyed = http(CLIENTS_OF_COMMANDS, () -> new CommandCaller(tenure, true));
        var contest = new LinkedHashMap<String, Contestant>();
        contest.put("http", plain);
        contest.put("engine", engine(CLIENTS_OF_COMMANDS, 1, false));
        contest.put("http keyed", keyed);
        contest.put("engine keyed", engine(CLIENTS_OF_COMMANDS, 1, true));
        var rates = Rounds.medians(settings.rounds(), contest);
        table.row(
                "command",
                CLIENTS_OF_COMMANDS,
                rates.getOrDefault("http", 0.0),
                rates.getOrDefault("engine", 0.0),
                AIM,
                plain);
        table.row(
                "command with key",
                CLIENTS_OF_COMMANDS,
                rates.getOrDefault("http keyed", 0.0),
                rates.getOrDefault("engine keyed", 0.0),
                AIM,
                keyed);
    }

    private void usage() throws Exception {
        table.section("events a second; the engine appends 1,000 at a time");
        for (int clients : CLIENTS_OF_USAGE) {
            var batches = http(clients, () -> new UsageCaller(tenure));
            var contest = new LinkedHashMap<String, Contestant>();
            contest.put("http", batches);
            contest.put("engine", engine(1, UsageCaller.ITEMS, true));
            var rates = Rounds.medians(settings.rounds(), contest);
            table.row(
                    "usage, 1,000 with message ids a request",
                    clients,
                    rates.getOrDefault("http", 0.0),
                    rates.getOrDefault("engine", 0.0),
                    AIM,
                    batches);
        }
    }

    private TimedCallers http(int clients, Callable<? extends Worker> worker) throws Exception {
        var caughtUp = new CaughtUp(tenure);
        new Callers(clients, WARM_UP, worker).turn();
        caughtUp.await();
        return new TimedCallers(clients, settings, worker, caughtUp);
    }

    private Contestant engine(int callers, int events, boolean keyed) {
        return new Callers(callers, settings.length(), () -> new LogAppends(appender, events, keyed));
    }
}
