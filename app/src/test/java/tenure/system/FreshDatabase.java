package tenure.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import tenure.app.database.EmbeddedDatabase;

/**
 * A data directory with a PostgreSQL in it that nobody has used yet, as the first start of Tenure leaves it. It is set up
 * once in a run and copied from then on, as that takes seconds; its programs are lent.
 */
public final class FreshDatabase {

    private static final String CLUSTER = "postgres";
    private static final String PASSWORD = "postgres-password";

    private FreshDatabase() {}

    /** Starts one in a data directory that holds none; one that is there is started as it is. */
    public static EmbeddedDatabase start(Path dataDirectory) {
        putInto(dataDirectory);
        return EmbeddedDatabase.start(dataDirectory, line -> {});
    }

    /** Puts one into a data directory, which is made when there is none; nothing happens when it holds one. */
    public static void putInto(Path dataDirectory) {
        try {
            if (!Files.exists(dataDirectory.resolve(CLUSTER))) {
                Files.createDirectories(dataDirectory);
                copy(Model.FOLDER, dataDirectory);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        var programs = "postgresql-";
        try (var entries = Files.list(from)) {
            for (var entry : entries.filter(
                            file -> file.getFileName().toString().startsWith(programs))
                    .toList()) {
                var borrowed = to.resolve(entry.getFileName());
                if (!Files.exists(borrowed, LinkOption.NOFOLLOW_LINKS)) {
                    Files.createSymbolicLink(borrowed, entry);
                }
            }
        }
        Files.copy(from.resolve(PASSWORD), to.resolve(PASSWORD), StandardCopyOption.COPY_ATTRIBUTES);
        try (var files = Files.walk(from.resolve(CLUSTER))) {
            for (var file : (Iterable<Path>) files::iterator) {
                Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private static final class Model {
        static final Path FOLDER = make();

        private static Path make() {
            try {
                var folder = Files.createTempDirectory("tenure-fresh-database");
                EmbeddedDatabase.start(folder, line -> {}).close();
                // Each copy finds a port of its own.
                Files.delete(folder.resolve(CLUSTER).resolve("tenure.conf"));
                return folder;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
