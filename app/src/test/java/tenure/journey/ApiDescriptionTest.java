package tenure.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenure.command.catalogue.CommandCatalogue;
import tenure.command.catalogue.CommandKind;
import tenure.system.TenureProcess;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The pages and the integrators read the committed description, so it must be that of the code. */
class ApiDescriptionTest {

    private static final Path COMMITTED = Path.of("../web-ui/openapi.json");
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @TempDir
    static Path data;

    private static JsonNode served;

    @BeforeAll
    static void ask() {
        try (var tenure = TenureProcess.start(data)) {
            served = tenure.http().get("/v3/api-docs").json();
        }
    }

    @Test
    void isCommittedAsItIsServed() throws Exception {
        var committed = JSON.readTree(Files.readString(COMMITTED));
        var found = Path.of("target/openapi.json");
        Files.writeString(found, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(served));

        assertThat(committed)
                .as(
                        "%s differs. If the change is meant: copy app/%s to web-ui/openapi.json and run 'npm run api' there.",
                        COMMITTED, found)
                .isEqualTo(served);
    }

    @Test
    void knowsEveryCommandWithItsSchemaAndAnExample() {
        var commands = served.get("paths")
                .propertyStream()
                .filter(path -> path.getKey().startsWith("/api/v1/commands/"))
                .toList();

        assertThat(commands)
                .extracting(path -> path.getKey().substring("/api/v1/commands/".length()))
                .containsExactlyInAnyOrderElementsOf(CommandCatalogue.ofTheDomain().all().stream()
                        .map(CommandKind::name)
                        .toList())
                .contains("register-customer", "assign-training", "open-ticket", "publish-risk-model");
        assertThat(commands).allSatisfy(path -> {
            var json = path.getValue().at("/post/requestBody/content/application~1json");
            assertThat(json.has("schema")).isTrue();
            assertThat(json.toString()).contains("example");
        });
    }
}
