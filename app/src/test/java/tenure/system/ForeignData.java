package tenure.system;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Data that nobody of this project made. It lies beside the checkout; tests that need it say so when it is missing. */
public final class ForeignData {

    private ForeignData() {}

    /** The simulated customers of a CRM product: 472 accounts over 18 months, with known totals. */
    public static Path crmsim() {
        return folder("crmsim_public");
    }

    /** The RavenStack set: 500 accounts over two years, full of contradictions that were counted. */
    public static Path ravenstack() {
        return folder("ravenstack");
    }

    private static Path folder(String name) {
        var folder = Path.of("")
                .toAbsolutePath()
                .resolve("../../shared/data")
                .resolve(name)
                .normalize();
        assumeTrue(Files.isDirectory(folder), "The data set " + name + " is not beside the checkout.");
        return folder;
    }
}
