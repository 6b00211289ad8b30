package tenure.app.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.TypeConversionException;
import tenure.app.database.DatabaseProblem;

/** The command line of Tenure. Exit codes: 0 done, 1 not done or not all of it, 2 not understood, 3 damage found. */
@Command(
        name = "tenure",
        description = "The ledger of the B2B customer lifecycle.",
        mixinStandardHelpOptions = true,
        versionProvider = TenureVersion.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            StartCommand.class,
            ImportCommand.class,
            VerifyLogCommand.class,
            ExportLogCommand.class,
            AutomationsCommand.class,
            RiskCommand.class
        })
public final class TenureCommand {

    private TenureCommand() {}

    /** Runs the command that the arguments name; problems go to stderr as one sentence. */
    public static int run(String... arguments) {
        return commandLine().execute(arguments);
    }

    static CommandLine commandLine() {
        return new CommandLine(new TenureCommand())
                .setUsageHelpAutoWidth(true)
                .registerConverter(int.class, TenureCommand::wholeNumber)
                .setParameterExceptionHandler((problem, given) -> misunderstood(problem))
                .setExecutionExceptionHandler((problem, commandLine, parsed) -> failed(problem, commandLine));
    }

    private static int wholeNumber(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new TypeConversionException(
                    text.matches("-?\\d+")
                            ? "'" + text + "' is far too large."
                            : "'" + text + "' is not a whole number.");
        }
    }

    private static int misunderstood(CommandLine.ParameterException problem) {
        var commandLine = problem.getCommandLine();
        commandLine.getErr().println(sentence(problem.getMessage()));
        commandLine
                .getErr()
                .println("Try ./tenure" + (commandLine.getParent() == null ? "" : " " + commandLine.getCommandName())
                        + " --help.");
        return ExitCode.USAGE;
    }

    private static int failed(Exception problem, CommandLine commandLine) {
        PrintWriter err = commandLine.getErr();
        Path log = commandLine.getCommand() instanceof WithDataDirectory command
                ? FailureLog.append(command.dataDirectory(), problem)
                : null;
        if (problem instanceof CommandProblem || problem instanceof DatabaseProblem) {
            err.println(sentence(problem.getMessage()));
        } else {
            err.println("Something went wrong inside Tenure: "
                    + sentence(problem.getClass().getSimpleName() + ": " + problem.getMessage()));
            if (log != null) {
                err.println("The details are in " + log + ".");
            }
        }
        return ExitCode.SOFTWARE;
    }

    /** First line of a message, with a full stop. */
    private static String sentence(@Nullable String message) {
        var line = message == null ? "" : message.strip().lines().findFirst().orElse("");
        return line.endsWith(".") ? line : line + ".";
    }

    /** A command that works on a data directory, and so has a place for its log. */
    interface WithDataDirectory {
        Path dataDirectory();
    }
}
