package tenure.reliability.killing;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import tenure.system.TenureProcess;

/**
 * Tenure with what Java learned of it in an earlier start, so that a start takes a fraction of the time. Java wants all
 * classes in jars for that, so folders of classes are packed first.
 */
final class PackedTenure {

    private final List<String> classPath;
    private final Path cache;

    private PackedTenure(String classPath, Path cache) {
        this.classPath = List.of("-cp", classPath);
        this.cache = cache;
    }

    /** Packs it, and starts and ends it once, on this database. */
    static PackedTenure in(Path folder, Path data, String databaseUrl) throws IOException {
        var entries = new ArrayList<String>();
        for (var entry : System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                .split(File.pathSeparator)) {
            var path = Path.of(entry);
            if (Files.isRegularFile(path)) {
                entries.add(entry);
            } else if (Files.isDirectory(path) && !path.endsWith("test-classes")) {
                entries.add(packed(path, folder.resolve(entries.size() + ".jar")));
            }
        }
        var packed = new PackedTenure(String.join(File.pathSeparator, entries), folder.resolve("tenure.aot"));
        packed.start("-XX:AOTCacheOutput=" + packed.cache, data, databaseUrl).close();
        return packed;
    }

    private static String packed(Path classes, Path jar) {
        var exitCode = ToolProvider.findFirst("jar")
                .orElseThrow()
                .run(System.out, System.err, "--create", "--file", jar.toString(), "-C", classes.toString(), ".");
        if (exitCode != 0) {
            throw new IllegalStateException("jar ended with " + exitCode);
        }
        return jar.toString();
    }

    /** Starts it and waits until it is ready. */
    TenureProcess start(Path data, String databaseUrl) {
        return start("-XX:AOTCache=" + cache, data, databaseUrl);
    }

    private TenureProcess start(String option, Path data, String databaseUrl) {
        var java = new ArrayList<>(classPath);
        java.add(option);
        return TenureProcess.start(java, data, "--database-url", databaseUrl);
    }
}
