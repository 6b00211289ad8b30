package tenure.app.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

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
                    "Measures the model in force and one that is learned now, on the closed history of this Tenure.",
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
            var learned = door.learned(query, seen -> say(out, seen));
            table(out, evaluation, learned);
            return 0;
        }

        private static String query(String name, @Nullable String value) {
            return value == null ? "" : "&" + name + "=" + value;
        }

        private static void say(PrintWriter out, int customers) {
            out.printf("%d customers so far …%n", customers);
            out.flush();
        }

        private static void table(PrintWriter out, JsonNode evaluation, JsonNode learned) {
            var quality = evaluation.path("quality");
            var evidence = learned.path("evidence");
            out.printf(
                    "Month ends %s to %s, loss within %d days, as of %s.%n%n",
                    evaluation.path("from").asString(""),
                    evaluation.path("to").asString(""),
                    evaluation.at("/model/horizonDays").asInt(),
                    evaluation.path("asOf").asString(""));
            out.printf("%-28s %22s %22s%n", "", evaluation.at("/model/modelId").asString(""), "learned");
            row(out, "observations", whole(quality, "rows"), whole(evidence, "rows"));
            row(out, "customers", whole(quality, "customers"), whole(evidence, "customers"));
            row(out, "customers lost", whole(quality, "lostCustomers"), whole(evidence, "lostCustomers"));
            row(out, "AUC", auc(quality), auc(evidence));
            row(out, "lift of the riskiest tenth", number(quality, "/lift"), number(evidence, "/liftOfTopTenth"));
            row(out, "Brier", number(quality, "/brier/score"), number(evidence, "/brier/score"));
            row(
                    out,
                    "Brier of the constant rate",
                    number(quality, "/brier/ofConstantRate"),
                    number(evidence, "/brier/ofConstantRate"));
            quality.at("/leadTime/points")
                    .forEach(point -> row(
                            out,
                            "flagged " + point.path("daysBefore").asInt() + " days before",
                            percent(point.path("share")),
                            ""));
            row(out, "flagged of those who stayed", percent(quality.at("/leadTime/retainedRate")), "");
            row(out, "flags a week and colleague", number(quality, "/alertLoad/perWeekAndCsm"), "");
            row(out, "flags followed by a loss", percent(quality.at("/alertLoad/precision")), "");
            out.printf("%n%s%n", quality.path("verdict").asString(""));
            out.printf("%s%n", learned.path("sentence").asString(""));
            out.flush();
        }

        private static void row(PrintWriter out, String what, String one, String other) {
            out.printf("%-28s %22s %22s%n", what, one, other);
        }

        private static String whole(JsonNode part, String name) {
            return part.path(name).isNumber() ? String.valueOf(part.path(name).asLong()) : "-";
        }

        private static String number(JsonNode part, String path) {
            return part.at(path).isNumber()
                    ? String.format(Locale.ROOT, "%.4f", part.at(path).asDouble())
                    : "-";
        }

        private static String percent(JsonNode share) {
            return share.isNumber() ? String.format(Locale.ROOT, "%.1f %%", 100 * share.asDouble()) : "-";
        }

        private static String auc(JsonNode part) {
            return part.at("/auc/value").isNumber()
                    ? String.format(
                            Locale.ROOT,
                            "%.3f (%.3f to %.3f)",
                            part.at("/auc/value").asDouble(),
                            part.at("/auc/interval/from").asDouble(),
                            part.at("/auc/interval/to").asDouble())
                    : "-";
        }
    }
}
