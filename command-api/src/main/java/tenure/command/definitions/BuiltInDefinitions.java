package tenure.command.definitions;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.stereotype.Component;
import tenure.command.CommandIntake;
import tenure.command.Request;
import tenure.command.Request.Sender;
import tenure.command.catalogue.StrictJson;
import tools.jackson.databind.JsonNode;

/**
 * Defines what the product brings along, once the log is ready. Each definition is sent under a key made of its content:
 * so it is recorded once, a changed one of a later release is recorded once more, and what users make of it in between
 * survives every start.
 */
@Component
public class BuiltInDefinitions {

    private static final List<String> FUNNELS = List.of("adoption");

    private final CommandIntake intake;

    /** Sends them to the given intake. */
    public BuiltInDefinitions(CommandIntake intake) {
        this.intake = intake;
    }

    /** Sends all of them. Their {@code occurredAt} is 1970, so that a question about any past day finds them. */
    public void define() {
        for (String funnel : FUNNELS) {
            JsonNode definition = read("funnels/" + funnel + ".json");
            String content = StrictJson.canonical(definition);
            String key = "built-in:funnel:%s:%08x".formatted(funnel, content.hashCode());
            intake.take(
                    new Request("define-funnel", definition, key, Sender.tenure("built-in-definitions"), null, false));
        }
    }

    private static JsonNode read(String resource) {
        try (InputStream json = BuiltInDefinitions.class.getResourceAsStream(resource)) {
            if (json == null) {
                throw new IllegalStateException("There is no " + resource);
            }
            return StrictJson.parse(json.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
