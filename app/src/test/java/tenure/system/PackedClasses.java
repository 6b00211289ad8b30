package tenure.system;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.spi.ToolProvider;

/**
 * Tenure's classes with what Java learned of them in an earlier start, so that a start takes half of the time. Java wants
 * all classes in jars for that, so folders of classes are packed first.
 */
final class PackedClasses {

    /** Learning takes as long as some starts; a run of few starts goes without. */
    private static final int STARTS_BEFORE_LEARNING = 2;

    private static final AtomicInteger STARTS = new AtomicInteger();

    private PackedClasses() {}

    /**
     * Options of Java that say where the classes are.
     *
     * @param start starts Tenure with such options and ends it in order
     */
    static List<String> options(Consumer<List<String>> start) {
        return STARTS.getAndIncrement() < STARTS_BEFORE_LEARNING
                ? List.of("-cp", classPath())
                : Learned.optionsAfter(start);
    }

    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    private static final class Learned {
        private static List<String> options = List.of();

        private static synchronized List<String> optionsAfter(Consumer<List<String>> start) {
            if (options.isEmpty()) {
                try {
                    var folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "packed-classes");
                    var classPath = packed(folder);
                    var cache = folder.resolve("tenure.aot");
                    start.accept(List.of("-XX:AOTCacheOutput=" + cache, "-cp", classPath));
                    options = List.of("-XX:AOTCache=" + cache, "-cp", classPath);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            return options;
        }

        private static String packed(Path folder) {
            var entries = new ArrayList<String>();
            for (var entry : classPath().split(File.pathSeparator)) {
                var path = Path.of(entry);
                if (Files.isRegularFile(path)) {
                    entries.add(entry);
                } else if (Files.isDirectory(path) && !path.endsWith("test-classes")) {
                    entries.add(jar(path, folder.resolve(entries.size() + ".jar")));
                }
            }
            return String.join(File.pathSeparator, entries);
        }

        private static String jar(Path classes, Path jar) {
            var exitCode = ToolProvider.findFirst("jar")
                    .orElseThrow()
                    .run(System.out, System.err, "--create", "--file", jar.toString(), "-C", classes.toString(), ".");
            if (exitCode != 0) {
                throw new IllegalStateException("jar ended with " + exitCode);
            }
            return jar.toString();
        }
    }
}
