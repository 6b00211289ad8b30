package tenure.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tenure.eventstore.proof.BadCheckpoint;
import tenure.eventstore.proof.CheckpointFolder;
import tenure.eventstore.proof.LogHead;
import tenure.eventstore.proof.LogSnapshot;
import tenure.eventstore.proof.LogVerifier;
import tenure.eventstore.proof.SavedCheckpoints;
import tenure.eventstore.proof.Verdict;
import tenure.eventstore.proof.Verdict.Damaged;
import tenure.eventstore.proof.Verdict.Intact;
import tenure.eventstore.proof.VerifierKey;

/** {@code tenure verify-log}: is the log what was written? */
@Command(
        name = "verify-log",
        description =
                "Computes every hash of the log anew and compares it with what is stored and with the saved checkpoints."
                        + " Works beside a running Tenure, or on the data of a stopped one.",
        footer = {"", "Exit codes: 0 intact, 3 damaged, 1 could not look, 2 not understood."},
        mixinStandardHelpOptions = true)
final class VerifyLogCommand implements Callable<Integer>, TenureCommand.WithDataDirectory {
    static final int DAMAGED = 3;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Mixin
    private final DataOptions options = new DataOptions();

    @Option(
            names = "--checkpoints",
            paramLabel = "FILE",
            description = "Saved checkpoints that were kept elsewhere (default: those in the data directory).")
    private @Nullable Path checkpoints;

    @Option(
            names = "--key",
            paramLabel = "KEY",
            description =
                    "Public key of the checkpoints, or a file with it (default: verifier-key in the data directory).")
    private @Nullable String key;

    @Option(
            names = "--new",
            description =
                    "Trusts the log up to the newest checkpoint, as long as its hash is the same, and verifies what"
                            + " came after it.")
    private boolean onlyNew;

    @Override
    public Path dataDirectory() {
        return options.dataDirectory();
    }

    @Override
    public Integer call() throws Exception {
        var verifierKey = verifierKey();
        return LogAccess.read(options, this::say, log -> verify(log, verifierKey));
    }

    private int verify(LogSnapshot log, @Nullable VerifierKey verifierKey) throws IOException, SQLException {
        var head = log.head().orElse(null);
        var saved = saved(head, verifierKey);
        // A Tenure that runs may have saved a checkpoint meanwhile, of events that came after what was seen so far.
        log.renew();
        saved.problems().forEach(this::say);
        saved.accepted()
                .forEach(accepted ->
                        say("On " + accepted.at() + " an operator accepted that the log was other than saved"
                                + " checkpoints say, after position "
                                + accepted.lostAfter().orElse(0) + "."));
        Verdict verdict;
        try (var display = ProgressDisplay.open(out(), "Verifying", "verified", " events", 1)) {
            var verifier = new LogVerifier(saved.inForce(), (done, total) -> display.show(done, total, ""));
            verdict = onlyNew ? verifier.verifyNew(log) : verifier.verify(log);
        }
        return switch (verdict) {
            case Intact intact -> {
                say(String.format(Locale.ROOT, "Intact: %,d events, hash %s.", intact.position(), intact.hash()));
                say(
                        saved.inForce().isEmpty()
                                ? "No checkpoint of this log is at hand, so this proves only that it fits itself."
                                : String.format(
                                        Locale.ROOT,
                                        "%,d checkpoints agree with it; they vouch for it up to position %,d.",
                                        saved.inForce().size(),
                                        intact.vouched()));
                yield saved.problems().isEmpty() ? 0 : DAMAGED;
            }
            case Damaged damaged -> {
                say("Damaged. First bad position: " + damaged.position());
                say(damaged.reason());
                say(
                        damaged.provenTo() > 0
                                ? "Positions 1 to " + damaged.provenTo() + " are in order."
                                : "Nothing before it is proven.");
                yield DAMAGED;
            }
        };
    }

    private SavedCheckpoints saved(@Nullable LogHead head, @Nullable VerifierKey verifierKey) throws IOException {
        var folder = new CheckpointFolder(dataDirectory());
        var file = checkpoints != null ? checkpoints : head == null ? null : folder.fileOf(head.log());
        if (checkpoints == null && head != null && folder.knowsOnlyOthers(head.log())) {
            return new SavedCheckpoints(
                    List.of(),
                    List.of(),
                    List.of("This is the log " + head.log() + ", but the checkpoints in " + dataDirectory()
                            + " are of another one: the whole log was exchanged, or the database is not the one of this"
                            + " --data-dir."));
        }
        if (file == null || !Files.exists(file)) {
            return SavedCheckpoints.none();
        }
        if (verifierKey == null) {
            throw new CommandProblem(
                    "The checkpoints in " + file + " cannot be checked without their public key; give it with --key.");
        }
        return SavedCheckpoints.read(file, verifierKey);
    }

    private @Nullable VerifierKey verifierKey() throws IOException {
        if (checkpoints != null && !Files.isRegularFile(checkpoints)) {
            throw new CommandProblem("There is no file " + checkpoints + ".");
        }
        try {
            if (key == null) {
                return new CheckpointFolder(dataDirectory()).verifierKey();
            }
            var file = Path.of(key);
            return VerifierKey.parse(Files.isRegularFile(file) ? Files.readString(file) : key);
        } catch (BadCheckpoint e) {
            throw new CommandProblem("The public key cannot be used. " + e.getMessage(), e);
        }
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private void say(String line) {
        out().println(line);
        out().flush();
    }
}
