package tenure.app.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code tenure risk}: how good the risk models of a running Tenure are. */
@Command(
        name = "risk",
        description = "Says how good the risk models of a running Tenure are.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = RiskCommand.Evaluate.class)
final class RiskCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: evaluate.");
    }

    /** Prints a table. */
    @Command(
            name = "evaluate",
            description =
                    "Measures the model in force, and models learned at the end of each month from what was closed by then,"
                            + " on the history of this Tenure; then learns one from all of it and keeps it as a draft.",
            mixinStandardHelpOptions = true)
    static final class Evaluate implements Callable<Integer>, TenureCommand.WithDataDirectory {
        @Spec
        @SuppressWarnings("NullAway.Init") // set by picocli
        private CommandSpec spec;

        @Mixin
        private final RunningTenure tenure = new RunningTenure();

        @Option(
                names = "--as-of",
                paramLabel = "DAY",
                description = "Day until which the history is told, such as 2023-06-30 (default: today).")
        private @Nullable String asOf;

        @Option(
                names = "--from",
                paramLabel = "DAY",
                description = "A day in the first month whose end is an observation (default: two years back).")
        private @Nullable String from;

        @Option(
                names = "--to",
                paramLabel = "DAY",
                description = "First day after the last of these months (default: the last whose horizon is over).")
        private @Nullable String to;

        @Option(
                names = "--model",
                paramLabel = "ID",
                description = "The model to measure beside the learned one (default: that in force).")
        private @Nullable String model;

        @Override
        public Path dataDirectory() {
            return tenure.dataDirectory();
        }

        @Override
        public Integer call() {
            var out = spec.commandLine().getOut();
            var door = new RiskDoor(tenure.address());
            var query = query("asOf", asOf) + query("from", from) + query("to", to);
            var evaluation = door.evaluation(query + query("model", model), seen -> say(out, seen));
            var walked = door.learnedEvaluation(query, seen -> say(out, seen));
            var learned = door.learned(query, seen -> say(out, seen));
            RiskTable.print(out, evaluation, walked, learned);
            return 0;
        }

        private static String query(String name, @Nullable String value) {
            return value == null ? "" : "&" + name + "=" + value;
        }

        private static void say(PrintWriter out, int customers) {
            out.printf("%d customers so far …%n", customers);
            out.flush();
        }
    }
}
