package tenure.app.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code tenure automations}: what a running Tenure does by itself. */
@Command(
        name = "automations",
        description = "Shows and drives what a running Tenure does by itself.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {AutomationsCommand.Status.class, AutomationsCommand.Run.class})
final class AutomationsCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: status or run.");
    }

    /** What was done, in words. */
    static String inWords(Map<String, Long> done) {
        var words = done.entrySet().stream()
                .filter(kind -> kind.getValue() > 0)
                .map(kind -> kind.getValue() + " " + kind.getKey())
                .collect(Collectors.joining(", "));
        return words.isEmpty() ? "Nothing was to be done." : "Done: " + words + ".";
    }

    /** Shows how they are. */
    @Command(
            name = "status",
            description = "Shows how far they are, whether they are held, and what is still to do.",
            mixinStandardHelpOptions = true)
    static final class Status implements Callable<Integer>, TenureCommand.WithDataDirectory {
        @Spec
        @SuppressWarnings("NullAway.Init") // set by picocli
        private CommandSpec spec;

        @Mixin
        private final RunningTenure tenure = new RunningTenure();

        @Override
        public Path dataDirectory() {
            return tenure.dataDirectory();
        }

        @Override
        public Integer call() {
            var state = new AutomationDoor(tenure.address()).state();
            PrintWriter out = spec.commandLine().getOut();
            out.printf(
                    "Taken in up to event %d, %d behind; %d parked.%n",
                    state.path("position").asLong(),
                    state.path("lagEvents").asLong(),
                    state.path("parkedEvents").asLong());
            state.path("holds")
                    .forEach(hold -> out.printf(
                            "Held by %s until %s.%n",
                            hold.path("holder").asString(), hold.path("until").asString()));
            state.path("orders")
                    .forEach(kind -> out.printf(
                            "%s: %d waiting%s, %d ready, %d failed.%n",
                            kind.path("kind").asString(),
                            kind.path("waiting").asLong(),
                            kind.path("nextDueAt").isNull()
                                    ? ""
                                    : " (next " + kind.path("nextDueAt").asString() + ")",
                            kind.path("ready").asLong(),
                            kind.path("failed").asLong()));
            out.flush();
            return 0;
        }
    }

    /** Does what was due. */
    @Command(
            name = "run",
            description = "Does everything that was due up to a moment, held or not, and what follows from it.",
            mixinStandardHelpOptions = true)
    static final class Run implements Callable<Integer>, TenureCommand.WithDataDirectory {
        @Spec
        @SuppressWarnings("NullAway.Init") // set by picocli
        private CommandSpec spec;

        @Mixin
        private final RunningTenure tenure = new RunningTenure();

        @Option(
                names = "--until",
                paramLabel = "TIME",
                required = true,
                description =
                        "The last moment to do: now, a time such as 2024-06-30T09:00:00Z, or a day, which means its"
                                + " beginning in UTC.")
        @SuppressWarnings("NullAway.Init") // set by picocli, which insists on it
        private String until;

        @Override
        public Path dataDirectory() {
            return tenure.dataDirectory();
        }

        @Override
        public Integer call() {
            var moment = moment();
            var out = spec.commandLine().getOut();
            var done = new AutomationDoor(tenure.address()).run(moment, soFar -> say(out, soFar + " so far …"));
            say(out, inWords(done));
            return 0;
        }

        private @Nullable Instant moment() {
            try {
                return switch (until) {
                    case "now" -> null;
                    case String day
                    when day.length() == "2024-06-30".length() ->
                        LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant();
                    default -> Instant.parse(until);
                };
            } catch (DateTimeException e) {
                throw new ParameterException(
                        spec.commandLine(), "--until must be now, a day or a time such as 2024-06-30T09:00:00Z.", e);
            }
        }

        private static void say(PrintWriter out, String line) {
            out.println(line);
            out.flush();
        }
    }
}
