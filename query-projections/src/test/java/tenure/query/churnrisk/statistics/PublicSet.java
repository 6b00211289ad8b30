package tenure.query.churnrisk.statistics;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** A data set that nobody of this project made. It lies beside the checkout; tests that need it say so when it is missing. */
public final class PublicSet {

    private final Path folder;

    private PublicSet(Path folder) {
        this.folder = folder;
    }

    public static PublicSet named(String name) {
        var folder = Stream.iterate(Path.of("").toAbsolutePath(), path -> path != null, Path::getParent)
                .map(path -> path.resolve("shared/data").resolve(name))
                .filter(Files::isDirectory)
                .findFirst();
        assumeTrue(folder.isPresent(), "The data set " + name + " is not in shared/data beside the checkout.");
        return new PublicSet(folder.orElseThrow());
    }

    /** The rows of a file, each by the names of the columns. No field of these files holds a comma. */
    public List<Map<String, String>> rows(String file) {
        try (var reader = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(folder.resolve(file + ".csv.gz"))), StandardCharsets.UTF_8))) {
            var names = reader.readLine().split(",", -1);
            var rows = new ArrayList<Map<String, String>>();
            reader.lines().forEach(line -> {
                var fields = line.split(",", -1);
                var row = new HashMap<String, String>();
                for (var index = 0; index < names.length; index++) {
                    row.put(names[index], fields[index]);
                }
                rows.add(row);
            });
            return rows;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
