package tenure.app.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs, unpacked once per data directory.
 *
 * <p>They come from the class path as one archive per kind of machine.
 */
final class PostgresBinaries {
    /** Must be the version of the archives named in the parent pom; a test compares them. */
    static final String VERSION = "18.6";

    private static final String UNPACKING = ".unpacking";

    private PostgresBinaries() {}

    /** The major version, which decides whether a data directory can be read. */
    static String majorVersion() {
        return VERSION.substring(0, VERSION.indexOf('.'));
    }

    /** The folder that holds {@code bin}, {@code lib} and {@code share}; unpacks it when it is not there yet. */
    static Path unpackedIn(Path dataDirectory, Consumer<String> progress) {
        var home = dataDirectory.resolve("postgresql-" + VERSION);
        try {
            if (!Files.isDirectory(home)) {
                progress.accept("Unpacking PostgreSQL " + VERSION + " (once) …");
                // Under another name first, so that an interrupted unpacking is never taken for a whole one.
                var unpacking = dataDirectory.resolve("postgresql-" + VERSION + UNPACKING);
                deleteTree(unpacking);
                unpack(unpacking);
                Files.move(unpacking, home, StandardCopyOption.ATOMIC_MOVE);
            }
            return home;
        } catch (IOException e) {
            throw new DatabaseProblem(
                    "PostgreSQL could not be unpacked into " + home + ": " + DatabaseCheck.firstSentence(e) + ".", e);
        }
    }

    private static void unpack(Path target) throws IOException {
        try (var archive = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(bundle())))) {
            for (var entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                var path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException("the archive names a file outside its folder: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                    continue;
                }
                Files.createDirectories(path.resolveSibling("."));
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
                } else if (entry.isLink()) {
                    Files.createLink(path, target.resolve(entry.getLinkName()).normalize());
                } else {
                    Files.copy(archive, path);
                    Files.setPosixFilePermissions(path, permissions(entry));
                }
            }
        }
    }

    private static Set<PosixFilePermission> permissions(TarArchiveEntry entry) {
        var permissions = EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        if ((entry.getMode() & 0100) != 0) {
            permissions.add(PosixFilePermission.OWNER_EXECUTE);
        }
        return permissions;
    }

    private static InputStream bundle() {
        var os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        var arm = "aarch64".equals(System.getProperty("os.arch"));
        // The archives for the two kinds of Mac are the same, byte by byte, so only one of them is packed.
        var name = os.startsWith("mac")
                ? "/postgres-darwin-arm_64.txz"
                : "/postgres-linux-" + (arm ? "arm_64" : "x86_64") + ".txz";
        var stream = PostgresBinaries.class.getResourceAsStream(name);
        if (stream == null || os.startsWith("windows")) {
            throw new DatabaseProblem("Tenure brings no PostgreSQL for this system (" + System.getProperty("os.name")
                    + " on " + System.getProperty("os.arch") + "); name a database of yours with --database-url.");
        }
        return stream;
    }

    /** Deletes a folder with all that is in it; nothing happens when there is none. */
    static void deleteTree(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var paths = Files.walk(folder)) {
            for (var path : (Iterable<Path>) paths.sorted(Comparator.reverseOrder())::iterator) {
                Files.delete(path);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
