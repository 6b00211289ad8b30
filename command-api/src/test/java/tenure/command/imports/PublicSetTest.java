package tenure.command.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tenure.command.imports.ItemOutcome.Status;

class PublicSetTest {

    private static final Path PUBLIC_SET = Path.of("../../shared/data/crmsim_public");

    private final InMemoryImport log = new InMemoryImport();

    @Test
    void isTakenByTheDomainWithoutARefusalAndOnlyOnce() throws SourceRefused {
        assumeThat(PUBLIC_SET)
                .as("The public data set lies beside the repository.")
                .isDirectory();

        var first = importIt();
        long head = log.head();
        var second = importIt();

        assertThat(first.problems()).isEmpty();
        assertThat(first.count("register-customer", Status.ACCEPTED)).isEqualTo(472);
        assertThat(first.count("sell-license", Status.ACCEPTED)).isEqualTo(472);
        assertThat(first.count("renew-license", Status.ACCEPTED)).isEqualTo(3_485 - 472);
        assertThat(first.count("report-usage-day", Status.ACCEPTED)).isEqualTo(119_437);
        assertThat(first.count("churn-customer", Status.ACCEPTED)).isEqualTo(120);
        assertThat(first.count("cancel-license", Status.ACCEPTED)).isBetween(1L, 120L);
        assertThat(second.count("report-usage-day", Status.REPEATED)).isEqualTo(119_437);
        assertThat(second.count("renew-license", Status.REPEATED)).isEqualTo(3_485 - 472);
        assertThat(log.head()).isEqualTo(head);
    }

    private ImportReport importIt() throws SourceRefused {
        return log.of("crmsim", SourceFiles.in(PUBLIC_SET));
    }
}
