package tenure.command.imports;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tenure.command.CommandIntake;
import tenure.command.PassingTrouble;
import tenure.command.Request.Sender;
import tenure.command.automation.HeldClock;
import tenure.command.imports.UploadedImport.State;
import tenure.command.problem.Problem;
import tenure.command.problem.ProblemException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Imports that come over HTTP: unpacked into a folder each, tried at once, and committed on demand, one at a time. What
 * they are and how they ended is kept on disk; one that was broken off is committed again, and the keys of its rows make
 * it go on where it stopped.
 */
public final class UploadedImports {

    private static final Logger LOG = LoggerFactory.getLogger(UploadedImports.class);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String STATE = "import.json";
    private static final String FILES = "files";
    private static final int MOST_KEPT = 20;
    private static final int PATIENCE_SECONDS = 10;

    /** What was due long ago waits until all rows are in; of an import that broke off, for as long again. */
    private static final String HOLDER = "upload";

    private static final Duration HOLD = Duration.ofMinutes(5);
    private static final Duration AFTER_A_BREAK = Duration.ofHours(1);

    private final Path folder;
    private final CommandIntake intake;
    private final PassingTrouble trouble;
    private final HeldClock clock;

    /** One at a time is taken in, tried, committed or deleted. */
    private final Semaphore turn = new Semaphore(1);

    private volatile @Nullable Work atWork;

    /**
     * Keeps imports in a folder.
     *
     * @param folder made when the first import comes
     */
    public UploadedImports(Path folder, CommandIntake intake, PassingTrouble trouble, HeldClock clock) {
        this.folder = folder;
        this.intake = intake;
        this.trouble = trouble;
        this.clock = clock;
    }

    /**
     * Takes an import in and begins to try it.
     *
     * @param mapping name of a known mapping; null when the zip holds its own
     */
    UploadedImport take(String importId, @Nullable String mapping, InputStream zip, Sender sender) throws IOException {
        takeTurn();
        try {
            return takeIn(importId, mapping, zip, sender);
        } catch (IOException | RuntimeException brokenOff) {
            turn.release();
            throw brokenOff;
        }
    }

    private UploadedImport takeIn(String importId, @Nullable String mapping, InputStream zip, Sender sender)
            throws IOException {
        forgetOldest();
        Path files = folder.resolve(importId).resolve(FILES);
        Files.createDirectories(files);
        try {
            Upload.unpack(zip, files);
            mapping(files, mapping);
            var begun = UploadedImport.begun(importId, mapping == null ? Upload.MAPPING : mapping);
            begin(begun, sender, true);
            return begun;
        } catch (SourceRefused refused) {
            delete(folder.resolve(importId));
            throw ProblemException.badRequest("", "IMPORT_REFUSED", String.valueOf(refused.getMessage()));
        } catch (IOException | RuntimeException brokenOff) {
            delete(folder.resolve(importId));
            throw brokenOff;
        }
    }

    /** Begins to commit an import that was tried or stopped. */
    UploadedImport commit(String importId, Sender sender) {
        takeTurn();
        try {
            return commitIt(importId, sender);
        } catch (RuntimeException refused) {
            turn.release();
            throw refused;
        }
    }

    private UploadedImport commitIt(String importId, Sender sender) {
        var known = find(importId).orElseThrow(() -> unknown(importId));
        if (!EnumSet.of(State.TRIED, State.STOPPED, State.COMMITTED).contains(known.state())) {
            throw new ProblemException(Problem.notApplied(
                    409,
                    "NOT_TRIED",
                    "The import is %s; it can be committed once it was tried."
                            .formatted(known.state().word())));
        }
        var committing = known.in(State.COMMITTING, "");
        begin(committing, sender, false);
        return committing;
    }

    /** The import of that id, as it is now. */
    Optional<UploadedImport> find(String importId) {
        Work work = atWork;
        if (work != null && work.now.importId().equals(importId)) {
            return Optional.of(work.now);
        }
        Path state = folder.resolve(importId).resolve(STATE);
        if (!Files.isRegularFile(state)) {
            return Optional.empty();
        }
        var saved = JSON.readValue(state.toFile(), UploadedImport.class);
        return Optional.of(
                switch (saved.state()) {
                    case TRYING ->
                        saved.in(State.REFUSED, "Tenure was stopped during the trial; send the files again.");
                    case COMMITTING -> saved.in(State.STOPPED, "Tenure was stopped meanwhile.");
                    default -> saved;
                });
    }

    /** Deletes an import that is not at work, with its files. What it stored stays in the log. */
    void delete(String importId) throws IOException {
        takeTurn();
        try {
            if (find(importId).isEmpty()) {
                throw unknown(importId);
            }
            delete(folder.resolve(importId));
        } finally {
            turn.release();
        }
    }

    static ProblemException unknown(String importId) {
        return new ProblemException(Problem.notApplied(
                404, "UNKNOWN_IMPORT", "There is no import %s; the last %d are kept.".formatted(importId, MOST_KEPT)));
    }

    /** Stops the import at work, which can be committed again later. */
    @PreDestroy
    public void stop() throws InterruptedException {
        Work work = atWork;
        if (work != null) {
            work.stop();
        }
    }

    /** The turn is over when the work is. */
    private void begin(UploadedImport begun, Sender sender, boolean dryRun) {
        var work = new Work(begun, sender, dryRun);
        save(begun);
        atWork = work;
        work.start();
    }

    private void takeTurn() {
        if (!turn.tryAcquire()) {
            throw busy();
        }
    }

    private static ProblemException busy() {
        return new ProblemException(
                Problem.notApplied(409, "IMPORT_AT_WORK", "Another import is at work; one goes at a time."),
                Map.of("Retry-After", "5"));
    }

    private static SourceMapping mapping(Path files, @Nullable String name) throws SourceRefused {
        if (name != null) {
            return SourceMappings.known(name);
        }
        Path own = files.resolve(Upload.MAPPING);
        if (!Files.isRegularFile(own)) {
            throw new SourceRefused(
                    "Put a %s into the zip, or name a mapping with ?mapping=.".formatted(Upload.MAPPING));
        }
        return SourceMappings.named(own.toString());
    }

    private void save(UploadedImport state) {
        Path file = folder.resolve(state.importId()).resolve(STATE);
        Path next = file.resolveSibling(STATE + ".next");
        try {
            Files.write(next, JSON.writeValueAsBytes(state));
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private void forgetOldest() throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        List<Path> kept;
        try (Stream<Path> found = Files.list(folder)) {
            // Ids begin with the time.
            kept = found.filter(Files::isDirectory).sorted().toList();
        }
        for (Path old : kept.subList(0, Math.max(0, kept.size() - MOST_KEPT + 1))) {
            delete(old);
        }
    }

    private static void delete(Path tree) throws IOException {
        try (Stream<Path> found = Files.walk(tree)) {
            for (Path path : found.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /** One import being tried or committed. */
    private final class Work {
        private final CustomerImport running;
        private final boolean dryRun;
        private final Thread thread;
        private volatile UploadedImport now;
        private volatile long heldAt;

        Work(UploadedImport begun, Sender sender, boolean dryRun) {
            this.now = begun;
            this.dryRun = dryRun;
            this.running = new CustomerImport(new IntakeSink(intake, trouble, sender, dryRun), dryRun, this::got);
            this.thread = Thread.ofVirtual().name("import-" + begun.importId()).unstarted(this::run);
        }

        void start() {
            thread.start();
        }

        private void got(ImportProgress progress) {
            now = now.at(progress);
            if (!dryRun && System.nanoTime() - heldAt > HOLD.toNanos() / 5) {
                hold(HOLD);
            }
        }

        private void hold(Duration length) {
            clock.hold(HOLDER, length);
            heldAt = System.nanoTime();
        }

        /** A trial has held nothing, and what an import that broke off holds is not its own. */
        private void letGo() {
            if (!dryRun) {
                clock.release(HOLDER);
            }
        }

        void stop() throws InterruptedException {
            running.stop("Tenure is stopping.");
            if (!thread.join(Duration.ofSeconds(PATIENCE_SECONDS))) {
                LOG.warn("The import {} did not stop within {} seconds.", now.importId(), PATIENCE_SECONDS);
            }
        }

        private void run() {
            try {
                // Told by what is saved, once the next may come.
                save(work());
            } catch (RuntimeException failure) {
                LOG.error("The import {} failed.", now.importId(), failure);
                save(now.in(dryRun ? State.REFUSED : State.STOPPED, "Something failed on our side."));
            } finally {
                atWork = null;
                turn.release();
            }
        }

        private UploadedImport work() {
            Path files = folder.resolve(now.importId()).resolve(FILES);
            try {
                var name = now.mapping().equals(Upload.MAPPING) ? null : now.mapping();
                if (!dryRun) {
                    hold(HOLD);
                }
                var report = running.run(mapping(files, name), SourceFiles.in(files));
                var summary = report.summary();
                if (report.exitStatus() == ImportReport.STOPPED) {
                    if (dryRun) {
                        return now.in(State.REFUSED, "The trial broke off; send the files again.");
                    }
                    hold(AFTER_A_BREAK);
                    return now.in(State.STOPPED, summary.conclusion());
                }
                letGo();
                return dryRun ? now.tried(summary) : now.committed(summary);
            } catch (SourceRefused refused) {
                letGo();
                return now.in(State.REFUSED, Objects.requireNonNull(refused.getMessage()));
            }
        }
    }
}
