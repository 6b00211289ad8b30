package tenure.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Keeps the stack trace that the console is spared. Written by hand, as it may be the logging that is broken. */
final class FailureLog {
    private FailureLog() {}

    /** The file of Tenure's own log in a data directory. */
    static Path of(Path dataDirectory) {
        return dataDirectory.resolve("logs").resolve("tenure.log");
    }

    /** Returns the file that was written, or null when there is no place to write to. */
    static @Nullable Path append(Path dataDirectory, Throwable problem) {
        var file = of(dataDirectory);
        // A data directory that could not be made is not made for its log either.
        if (!Files.isDirectory(dataDirectory)) {
            return null;
        }
        var trace = new StringWriter();
        problem.printStackTrace(new PrintWriter(trace, true));
        try {
            Files.createDirectories(file.resolveSibling("."));
            Files.writeString(
                    file,
                    Instant.now() + " ERROR tenure.app.cli : " + trace,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
            return file;
        } catch (IOException e) {
            return null;
        }
    }
}
