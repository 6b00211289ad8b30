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

    @Override
    public Path dataDirectory() {
        return options.dataDirectory();
    }

    @Override
    public Integer call() throws InterruptedException {
        if (port < 0 || port > LARGEST_PORT) {
            throw new ParameterException(spec.commandLine(), "--port must be between 0 and " + LARGEST_PORT + ".");
        }
        var out = spec.commandLine().getOut();
        var server = new TenureServer(DataDirectory.open(dataDirectory()), line -> say(out, line));
        Stopping.onSignal(server, () -> say(out, "Stopping …"), () -> say(out, "Stopped."));
        var url = server.start(options.databaseUrl(), port, acceptedLog);
        say(out, "Tenure is ready: " + url + "  (data in " + place() + "; Ctrl-C stops)");
        new CountDownLatch(1).await();
        return 0;
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
