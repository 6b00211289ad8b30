package tenure.command.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenure.command.CommandIntake;
import tenure.command.InMemory;
import tenure.command.Request.Sender;
import tenure.command.catalogue.CommandCatalogue;
import tenure.command.imports.UploadedImport.State;
import tenure.command.problem.ProblemException;

/** Imports that are only tried, which no clock needs to know of. */
class UploadedImportsTest {

    private static final Sender SENDER = new Sender("import", "local", "import");
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String ONE = "one-00000001";
    private static final String OTHER = "two-00000002";

    @TempDir
    private Path folder;

    private UploadedImports imports;

    @BeforeEach
    void install() {
        var log = new InMemory();
        var intake = new CommandIntake(CommandCatalogue.ofTheDomain(), log.bus(), log, log, Clock.systemUTC());
        imports = new UploadedImports(folder.resolve("imports"), intake, failure -> Optional.empty(), null);
    }

    @Test
    void areDeletedWithTheirFiles() throws Exception {
        take(ONE, zip());
        assertThat(stateInTheEnd(ONE)).isEqualTo(State.TRIED);

        whenIdle(() -> imports.delete(ONE));

        assertThat(folder.resolve("imports")).isEmptyDirectory();
        assertThat(codeOf(() -> imports.delete(ONE))).isEqualTo("UNKNOWN_IMPORT");
        assertThat(codeOf(() -> imports.commit(ONE, SENDER))).isEqualTo("UNKNOWN_IMPORT");
    }

    @Test
    void goOneAtATimeFromTheirFirstByteOn() throws Exception {
        var slow = new PipedOutputStream();
        var arriving = new PipedInputStream(slow, 1 << 16);
        var taken = CompletableFuture.runAsync(() -> take(ONE, arriving));
        await(() -> Files.exists(folder.resolve("imports").resolve(ONE)));

        assertThat(codeOf(() -> take(OTHER, zip()))).isEqualTo("IMPORT_AT_WORK");
        assertThat(codeOf(() -> imports.delete(ONE))).isEqualTo("IMPORT_AT_WORK");

        zip().transferTo(slow);
        slow.close();
        taken.join();
        assertThat(stateInTheEnd(ONE)).isEqualTo(State.TRIED);
        whenIdle(() -> take(OTHER, zip()));
        assertThat(stateInTheEnd(OTHER)).isEqualTo(State.TRIED);
    }

    @Test
    void leaveTheTurnToTheNextWhenTheyAreRefused() throws Exception {
        assertThat(codeOf(() -> take(ONE, new ByteArrayInputStream(new byte[10]))))
                .isEqualTo("BAD_REQUEST");

        take(OTHER, zip());
        assertThat(stateInTheEnd(OTHER)).isEqualTo(State.TRIED);
    }

    private void take(String importId, InputStream zip) {
        try {
            imports.take(importId, null, zip, SENDER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private State stateInTheEnd(String importId) {
        await(() -> state(importId) != State.TRYING);
        return state(importId);
    }

    private State state(String importId) {
        return imports.find(importId).orElseThrow().state();
    }

    private static void whenIdle(ThrowingCallable call) {
        var refusals = new ArrayList<String>();
        await(() -> {
            var problem = catchThrowableOfType(ProblemException.class, call);
            if (problem != null) {
                refusals.add(problem.problem().code());
            }
            return problem == null;
        });
        assertThat(refusals).allMatch("IMPORT_AT_WORK"::equals);
    }

    private static void await(BooleanSupplier reached) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!reached.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            LockSupport.parkNanos(1_000_000);
        }
    }

    /** The example of the documentation. */
    private static InputStream zip() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes);
                var files = Files.list(Path.of("../docs/examples/import"))) {
            for (var file : files.toList()) {
                zip.putNextEntry(new ZipEntry(file.getFileName().toString()));
                Files.copy(file, zip);
            }
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }

    private static String codeOf(ThrowingCallable call) {
        return catchThrowableOfType(ProblemException.class, call).problem().code();
    }
}
