package tenure.command.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import tenure.command.imports.ItemOutcome.Status;

/** The example of the documentation does what the documentation says. */
class ExampleMappingTest {

    private static final Path EXAMPLE = Path.of("../docs/examples/import");
    private static final String MAPPING = EXAMPLE.resolve("mapping.json").toString();

    @Test
    void isTakenWithoutARefusalAndOnlyOnce() throws SourceRefused {
        var log = new InMemoryImport();

        var first = log.of(MAPPING, SourceFiles.in(EXAMPLE));
        var second = log.of(MAPPING, SourceFiles.in(EXAMPLE));

        assertThat(first.problems()).isEmpty();
        assertThat(first.remarks()).isEmpty();
        for (var expected : List.of(
                "3 register-customer",
                "2 churn-customer",
                "3 sell-license",
                "1 renew-license",
                "3 invite-user",
                "4 record-log-on",
                "3 open-ticket",
                "2 close-ticket",
                "1 rate-ticket")) {
            var words = expected.split(" ");
            assertThat(first.count(words[1], Status.ACCEPTED)).as(words[1]).isEqualTo(Long.parseLong(words[0]));
            assertThat(second.count(words[1], Status.REPEATED)).as(words[1]).isEqualTo(Long.parseLong(words[0]));
        }
        assertThat(second.asText()).endsWith("Nothing new: everything was in before." + System.lineSeparator());
    }

    @Test
    void meansWhatItSays() throws SourceRefused {
        var received = new ReceivedItems();
        SourceMappings.named(MAPPING).read(SourceFiles.in(EXAMPLE), received);

        assertThat(received.items.stream().map(item -> item.body().toString()))
                .contains(
                        "{\"customerId\":\"K-1003\",\"name\":\"Blue; Green\",\"registeredOn\":\"2024-05-20\","
                                + "\"profile\":{\"country\":\"AT\"}}",
                        "{\"customerId\":\"K-1002\",\"churnedOn\":\"2024-12-31\",\"reasonCode\":\"price\","
                                + "\"reasonText\":\"too expensive\"}",
                        "{\"licenseId\":\"V-1\",\"customerId\":\"K-1001\",\"product\":\"suite\",\"plan\":\"pro\","
                                + "\"seats\":20,\"pricePerSeatMinorUnits\":5000,\"currency\":\"EUR\","
                                + "\"startsOn\":\"2024-02-01\",\"endsOn\":\"2025-02-01\",\"autoRenew\":true}",
                        "{\"userId\":\"u-anna\",\"customerId\":\"K-1001\",\"department\":\"Sales\","
                                + "\"occurredAt\":\"2024-02-02T07:30:00Z\"}",
                        "{\"userId\":\"u-anna\",\"occurredAt\":\"2024-02-05T07:01:12Z\"}");
        assertThat(received.settledAt)
                .as("each file is in before the next begins")
                .hasSize(5);
    }
}
