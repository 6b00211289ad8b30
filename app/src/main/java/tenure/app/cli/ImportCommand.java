package tenure.app.cli;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tenure.command.imports.SourceFiles;
import tenure.command.imports.SourceMapping;
import tenure.command.imports.SourceMappings;
import tenure.command.imports.SourceRefused;

/** {@code tenure import}: brings in the files of another system. */
@Command(
        name = "import",
        description = "Imports the CSV files of another system, into a running Tenure or by starting one for a while.",
        mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer>, TenureCommand.WithDataDirectory {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Mixin
    private final DataOptions options = new DataOptions();

    @Parameters(
            paramLabel = "PATH",
            arity = "1..*",
            description = "Folder with the files, or the files themselves; .csv or .csv.gz.")
    @SuppressWarnings("NullAway.Init") // set by picocli, which insists on it
    private List<Path> paths;

    @Option(
            names = "--mapping",
            paramLabel = "NAME",
            required = true,
            completionCandidates = KnownMappings.class,
            description = "How to read the files: ${COMPLETION-CANDIDATES}, or a mapping file of your own that ends in"
                    + " .json. It says per CSV file which command a row means and which column fills which field;"
                    + " docs/imports.md has an example.")
    @SuppressWarnings("NullAway.Init") // set by picocli, which insists on it
    private String mapping;

    @Option(
            names = "--dry-run",
            description = "Only checks and decides, stores nothing, and reports what would be taken.")
    private boolean dryRun;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "A running Tenure to import into (default: the one that runs on the data directory).")
    private @Nullable String url;

    @Override
    public Path dataDirectory() {
        return options.dataDirectory();
    }

    @Override
    public Integer call() {
        var run = new ImportRun(files(), dryRun, spec.commandLine().getOut());
        if (url != null) {
            if (namesDatabase()) {
                throw new ParameterException(
                        spec.commandLine(),
                        "--url and --database-url cannot be used together, as the Tenure at --url has a database.");
            }
            return importInto(address(url), run);
        }
        var free = DataDirectory.tryOpen(dataDirectory());
        return free.isPresent() ? startAndImport(free.get(), run) : importIntoRunning(run);
    }

    private CustomerFiles files() {
        return new CustomerFiles(source(), mapping());
    }

    private SourceFiles source() {
        try {
            return SourceFiles.of(paths);
        } catch (SourceRefused e) {
            throw new CommandProblem(String.valueOf(e.getMessage()), e);
        }
    }

    private SourceMapping mapping() {
        try {
            return SourceMappings.named(mapping);
        } catch (SourceRefused e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private URI address(String text) {
        try {
            var address = new URI(text);
            if (address.getHost() != null && List.of("http", "https").contains(address.getScheme())) {
                return address;
            }
        } catch (URISyntaxException e) {
            // Told below, as for any other text.
        }
        throw new ParameterException(spec.commandLine(), "--url must look like http://127.0.0.1:8080.");
    }

    /** Whether a database is named by hand; the one of the environment is for whichever Tenure is started here. */
    private boolean namesDatabase() {
        return spec.commandLine().getParseResult().hasMatchedOption("--database-url");
    }

    private int importIntoRunning(ImportRun run) {
        if (namesDatabase()) {
            throw new CommandProblem("A Tenure is already at work on " + dataDirectory()
                    + ", so --database-url would be ignored; leave it out, or choose another --data-dir.");
        }
        var running = DataDirectory.runningIn(dataDirectory())
                .orElseThrow(() -> new CommandProblem("Another Tenure is starting, stopping or importing on "
                        + dataDirectory() + "; try again in a moment."));
        return importInto(URI.create(running.url()), run);
    }

    private static int importInto(URI tenure, ImportRun run) {
        Stopping.onSignal(run::stop);
        return run.into(tenure);
    }

    private int startAndImport(DataDirectory data, ImportRun run) {
        var out = spec.commandLine().getOut();
        try (var server = new TenureServer(data, line -> {
            out.println(line);
            out.flush();
        })) {
            Stopping.onSignal(server, run::stop, () -> {});
            return run.into(URI.create(server.start(options.databaseUrl(), 0, null)));
        }
    }
}
