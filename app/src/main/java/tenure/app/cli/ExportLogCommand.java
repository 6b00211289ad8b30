package tenure.app.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tenure.eventstore.proof.BadCheckpoint;
import tenure.eventstore.proof.CheckpointFolder;
import tenure.eventstore.proof.Checkpoints;
import tenure.eventstore.proof.LogExport;
import tenure.eventstore.proof.LogForked;
import tenure.eventstore.proof.LogSnapshot;
import tenure.eventstore.proof.SignedCheckpoint;

/** {@code tenure export-log}: the whole log as lines of JSON, for whoever does not want to trust Tenure. */
@Command(
        name = "export-log",
        description = "Writes the whole log as lines of JSON, with all hashes and a signed checkpoint of its end."
                + " Works beside a running Tenure, or on the data of a stopped one.",
        footer = {
            "",
            "docs/log-format.md describes the lines. Exit codes: 0 done, 3 done but not signed, as the log is not"
                    + " what saved checkpoints say, 1 not done, 2 not understood."
        },
        mixinStandardHelpOptions = true)
final class ExportLogCommand implements Callable<Integer>, TenureCommand.WithDataDirectory {
    private static final String STANDARD_OUTPUT = "-";
    private static final int BUFFER_BYTES = 1 << 16;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Mixin
    private final DataOptions options = new DataOptions();

    @Parameters(paramLabel = "FILE", description = "File to write, replaced when it is there; - for standard output.")
    @SuppressWarnings("NullAway.Init") // set by picocli, which insists on it
    private String file;

    @Override
    public Path dataDirectory() {
        return options.dataDirectory();
    }

    @Override
    public Integer call() throws Exception {
        return LogAccess.read(options, this::say, this::export);
    }

    private int export(LogSnapshot log) throws IOException, SQLException {
        var trouble = new StringBuilder();
        var end = sign(log, trouble);
        var events = STANDARD_OUTPUT.equals(file)
                ? write(log, end, new FileOutputStream(FileDescriptor.out))
                : writeFile(log, end, Path.of(file));
        say(String.format(Locale.ROOT, "%,d events exported, %s.", events, end == null ? "not signed" : "signed"));
        if (!trouble.isEmpty()) {
            say(trouble.toString());
            return VerifyLogCommand.DAMAGED;
        }
        return 0;
    }

    /** An export must not vouch for a log that is not what was vouched for before. */
    private @Nullable SignedCheckpoint sign(LogSnapshot log, StringBuilder trouble) throws IOException, SQLException {
        try {
            var checkpoints = Checkpoints.openToSign(new CheckpointFolder(dataDirectory()), Clock.systemUTC());
            return checkpoints.isPresent() ? sign(log, checkpoints.get()) : null;
        } catch (LogForked | BadCheckpoint e) {
            trouble.append(e.getMessage());
            return null;
        }
    }

    private static SignedCheckpoint sign(LogSnapshot log, Checkpoints checkpoints) throws IOException, SQLException {
        try {
            return checkpoints.sign(log);
        } catch (LogForked e) {
            // A Tenure that runs may have saved a checkpoint of events that came after what was seen so far.
            log.renew();
            return checkpoints.sign(log);
        }
    }

    private long writeFile(LogSnapshot log, @Nullable SignedCheckpoint end, Path target)
            throws IOException, SQLException {
        // Under another name first, so that an interrupted export is never taken for a whole one.
        var unfinished = target.resolveSibling(target.getFileName() + ".part");
        try {
            var events = write(log, end, Files.newOutputStream(unfinished));
            Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
            return events;
        } catch (IOException e) {
            throw new CommandProblem("The file " + target + " cannot be written: " + e + ".", e);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private long write(LogSnapshot log, @Nullable SignedCheckpoint end, OutputStream target)
            throws IOException, SQLException {
        try (var out = new BufferedOutputStream(target, BUFFER_BYTES);
                var display =
                        ProgressDisplay.open(spec.commandLine().getErr(), "Exporting", "exported", " events", 1)) {
            return LogExport.write(log, Optional.ofNullable(end), out, (done, total) -> display.show(done, total, ""));
        }
    }

    /** On standard error, as standard output may be the export. */
    private void say(String line) {
        spec.commandLine().getErr().println(line);
        spec.commandLine().getErr().flush();
    }
}
