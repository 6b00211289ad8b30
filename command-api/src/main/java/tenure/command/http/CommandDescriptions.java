package tenure.command.http;

import static tenure.command.http.ApiParts.JSON;
import static tenure.command.http.ApiParts.actor;
import static tenure.command.http.ApiParts.body;
import static tenure.command.http.ApiParts.header;
import static tenure.command.http.ApiParts.media;
import static tenure.command.http.ApiParts.ref;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.List;
import java.util.Map;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tenure.command.Answer;
import tenure.command.catalogue.CommandCatalogue;
import tenure.command.catalogue.CommandKind;
import tenure.command.problem.Problem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Describes every command as an operation of its own. The first of the descriptions, as it sees to the common schemas. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class CommandDescriptions implements GlobalOpenApiCustomizer {

    private static final Map<String, String> PROBLEMS = Map.of(
            "400", "The request cannot be read; errors tell all that is wrong with it.",
            "409", "Refused: a rule does not allow it; or a command with the same key is being worked on.",
            "412", "The stream is at another version than If-Match says; currentVersion tells which.",
            "413", "The body is too large.",
            "415", "The body is not JSON.",
            "422", "The Idempotency-Key was used for another command.",
            "500", "Something failed; outcome tells whether it may have been applied.");

    private final CommandCatalogue catalogue;

    CommandDescriptions(CommandCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public void customise(OpenAPI api) {
        if (api.getPaths() == null) {
            api.setPaths(new Paths());
        }
        if (api.getComponents() == null) {
            api.setComponents(new Components());
        }
        List.of(Answer.class, Problem.class, BatchAnswer.class)
                .forEach(type ->
                        ModelConverters.getInstance(true).readAll(type).forEach(api.getComponents()::addSchemas));
        for (CommandKind kind : catalogue.all()) {
            api.getComponents().addSchemas(schemaName(kind), CommandSchemas.of(kind.type()));
            api.getPaths().addPathItem(CommandController.PATH + "/" + kind.name(), new PathItem().post(one(kind)));
        }
        api.getPaths().addPathItem(CommandController.PATH, new PathItem().post(many()));
    }

    private static Operation one(CommandKind kind) {
        Operation operation = operation(kind.name(), kind.description())
                .addParametersItem(header(
                        IdempotencyKey.HEADER,
                        "Makes the command safe to repeat.",
                        CommandSchemas.typed("string").pattern("^" + IdempotencyKey.PATTERN + "$")))
                .requestBody(body(new Content()
                        .addMediaType(JSON, media(ref(schemaName(kind))).example(plain(kind.example())))));
        if (!kind.isFact()) {
            operation.addParametersItem(header(
                    "If-Match",
                    "Version the stream must be at, in quotes.",
                    CommandSchemas.typed("string").pattern("^\"[0-9]+\"$")));
        }
        operation.getResponses().addApiResponse("201", answered("Recorded.", "Answer"));
        operation.getResponses().addApiResponse("200", answered("Nothing had to change, or it was a trial.", "Answer"));
        return operation;
    }

    private Operation many() {
        JsonSchema name = CommandSchemas.typed("string");
        catalogue.all().forEach(kind -> name.addEnumItemObject(kind.name()));
        JsonSchema key = CommandSchemas.typed("string");
        key.addType("null");
        JsonSchema item = CommandSchemas.typed("object");
        item.addProperty("command", name);
        item.addProperty("idempotencyKey", key);
        item.addProperty("body", CommandSchemas.typed("object"));
        item.addRequiredItem("command");
        item.addRequiredItem("body");
        item.setAdditionalProperties(false);
        JsonSchema items = CommandSchemas.typed("array");
        items.setItems(item);
        items.setMinItems(1);
        items.setMaxItems(BatchBody.MOST);
        Operation operation = operation(
                        "send-commands", "Sends up to 1,000 commands. Each has its own outcome; the good ones stay.")
                .requestBody(body(
                        new Content().addMediaType(JSON, media(items)).addMediaType(JsonItems.NDJSON, media(item))));
        operation.getResponses().addApiResponse("200", answered("What became of each.", "BatchAnswer"));
        return operation;
    }

    private static Operation operation(String id, String description) {
        return new Operation()
                .operationId(id)
                .addTagsItem("commands")
                .summary(description)
                .responses(ApiParts.problems(PROBLEMS))
                .addParametersItem(new Parameter()
                        .in("query")
                        .name("dryRun")
                        .description("Decide, but store nothing.")
                        .schema(CommandSchemas.typed("boolean")))
                .addParametersItem(actor());
    }

    private static ApiResponse answered(String description, String schema) {
        return ApiParts.answered(description, schema)
                .addHeaderObject(
                        CommandController.REPLAYED,
                        new Header()
                                .description("true when it was answered before under the same key.")
                                .schema(CommandSchemas.typed("string")));
    }

    /** As maps and lists, because the description is written by an older Jackson. */
    private static Object plain(JsonNode example) {
        return JsonMapper.shared().convertValue(example, Object.class);
    }

    private static String schemaName(CommandKind kind) {
        return kind.type().getSimpleName();
    }
}
