package tenure.app.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tenure.app.database.DatabaseAddress;
import tenure.app.demo.DemoCompany;

/** {@code tenure start}: runs until it is stopped. */
@Command(
        name = "start",
        description = "Starts Tenure with a PostgreSQL of its own; Ctrl-C stops both.",
        mixinStandardHelpOptions = true)
final class StartCommand implements Callable<Integer>, TenureCommand.WithDataDirectory {
    private static final int LARGEST_PORT = 65_535;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Mixin
    private final DataOptions options = new DataOptions();

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8080",
            description = "Port on 127.0.0.1 (default: ${DEFAULT-VALUE}; 0 for any that is free).")
    private int port;

    @Option(
            names = "--accept-log",
            paramLabel = "STATE",
            description =
                    "Goes on with a log that is not what saved checkpoints say, for example after restoring an older"
                            + " backup. A start that refuses such a log tells what STATE to give.")
    private @Nullable String acceptedLog;

    @Option(
            names = "--demo",
            description =
                    "Loads a made-up company with 60 customers over 18 months, so that every page has something to"
                            + " show. It needs an empty data directory; one that holds it already is left as it is.")
    private boolean demo;

    @Option(
            names = "--demo-seed",
            paramLabel = "N",
            description = "Another made-up company (default: " + DemoCompany.USUAL_SEED + ").")
    private @Nullable Long demoSeed;

    @Option(names = "--trial", hidden = true, description = "Ends as soon as it is ready.")
    private boolean trial;

    @Override
    public Path dataDirectory() {
        return options.dataDirectory();
    }

    @Override
    public Integer call() throws InterruptedException {
        if (port < 0 || port > LARGEST_PORT) {
            throw new ParameterException(spec.commandLine(), "--port must be between 0 and " + LARGEST_PORT + ".");
        }
        if (demoSeed != null && !demo) {
            throw new ParameterException(spec.commandLine(), "--demo-seed goes with --demo.");
        }
        var out = spec.commandLine().getOut();
        var company = new DemoRun(out, demoSeed);
        var server = new TenureServer(DataDirectory.open(dataDirectory()), line -> say(out, line));
        Stopping.onSignal(server, () -> stopping(out, company), () -> say(out, "Stopped."));
        var url = server.start(options.databaseUrl(), port, acceptedLog);
        if (demo) {
            load(company, url, server);
        }
        say(out, "Tenure is ready: " + url + "  (data in " + place() + "; Ctrl-C stops)");
        if (!trial) {
            new CountDownLatch(1).await();
        }
        return 0;
    }

    private static void load(DemoRun company, String url, TenureServer server) {
        try {
            company.into(url);
        } catch (CommandProblem problem) {
            server.close();
            throw problem;
        }
    }

    private static void stopping(PrintWriter out, DemoRun company) {
        say(out, "Stopping …");
        company.stop();
    }

    private String place() {
        var databaseUrl = options.databaseUrl();
        return databaseUrl == null
                ? dataDirectory().toString()
                : DatabaseAddress.parse(databaseUrl).place();
    }

    private static void say(PrintWriter out, String line) {
        out.println(line);
        out.flush();
    }
}
