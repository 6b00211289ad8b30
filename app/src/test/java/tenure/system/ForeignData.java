package tenure.system;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Data that nobody of this project made. It lies beside the checkout; tests that need it say so when it is missing. */
public final class ForeignData {

    private ForeignData() {}

    /** The simulated customers of a CRM product: 472 accounts over 18 months, with known totals. */
    public static Path crmsim() {
        var folder = Path.of("")
                .toAbsolutePath()
                .resolve("../../shared/data/crmsim_public")
                .normalize();
        assumeTrue(Files.isDirectory(folder), "The data set crmsim_public is not beside the checkout.");
        return folder;
    }
}
