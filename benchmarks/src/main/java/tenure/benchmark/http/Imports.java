package tenure.benchmark.http;

import java.nio.file.Files;
import java.nio.file.Path;
import tenure.benchmark.measure.BenchmarkServer;
import tenure.benchmark.measure.Settings;

/** A whole import by the command line, which starts Tenure for it, and the same once more. */
public final class Imports {

    private static final String AIM = "(60 s)";

    private Imports() {}

    /** Measures and prints the rows, or one line when there is nothing to import. */
    public static void measure(BenchmarkServer server, Settings settings, Path files, HttpTable table)
            throws Exception {
        table.section("seconds from the start of the command to its end");
        if (!Files.isDirectory(files)) {
            System.out.println("import left out: there is no folder " + files + "; name it by -Dbenchmark.data");
            return;
        }
        var data = Files.createTempDirectory(settings.directory(), "import");
        try (var database = server.database("imported")) {
            table.row("import", seconds(settings, files, data, database.url()), AIM);
            table.row("import of the same again", seconds(settings, files, data, database.url()), "");
        }
    }

    private static double seconds(Settings settings, Path files, Path data, String database) throws Exception {
        var start = System.nanoTime();
        try (var process = TenureProcess.run(
                settings.directory(),
                "import",
                "--mapping",
                "crmsim",
                "--data-dir",
                data.toString(),
                "--database-url",
                database,
                files.toString())) {
            process.awaitDone();
            return (System.nanoTime() - start) / 1e9;
        }
    }
}
