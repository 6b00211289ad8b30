package tenure.command.http;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.List;
import java.util.Map;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.stereotype.Component;
import tenure.command.Answer;
import tenure.command.catalogue.CommandCatalogue;
import tenure.command.catalogue.CommandKind;
import tenure.command.problem.Problem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Describes every command as an operation of its own. */
@Component
class CommandDescriptions implements GlobalOpenApiCustomizer {

    private static final String JSON = "application/json";
    private static final String PROBLEM_JSON = "application/problem+json";

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
                .requestBody(body(new Content()
                        .addMediaType(JSON, media(items))
                        .addMediaType(CommandController.NDJSON, media(item))));
        operation.getResponses().addApiResponse("200", answered("What became of each.", "BatchAnswer"));
        return operation;
    }

    private static Operation operation(String id, String description) {
        var responses = new ApiResponses();
        PROBLEMS.forEach((status, meaning) -> responses.addApiResponse(
                status,
                new ApiResponse()
                        .description(meaning)
                        .content(new Content().addMediaType(PROBLEM_JSON, media(ref("Problem"))))));
        return new Operation()
                .operationId(id)
                .addTagsItem("commands")
                .summary(description)
                .responses(responses)
                .addParametersItem(new Parameter()
                        .in("query")
                        .name("dryRun")
                        .description("Decide, but store nothing.")
                        .schema(CommandSchemas.typed("boolean")))
                .addParametersItem(header(
                        ActorMetadata.HEADER,
                        "Who you are, as long as there are no logins. Not authenticated.",
                        CommandSchemas.typed("string").pattern("^" + ActorMetadata.PATTERN + "$")));
    }

    private static ApiResponse answered(String description, String schema) {
        return new ApiResponse()
                .description(description)
                .addHeaderObject(
                        CommandController.POSITION,
                        new Header()
                                .description("Position of the last event in the log.")
                                .schema(CommandSchemas.typed("integer").format("int64")))
                .addHeaderObject(
                        CommandController.REPLAYED,
                        new Header()
                                .description("true when it was answered before under the same key.")
                                .schema(CommandSchemas.typed("string")))
                .content(new Content().addMediaType(JSON, media(ref(schema))));
    }

    private static Parameter header(String name, String description, Schema<?> schema) {
        return new Parameter().in("header").name(name).description(description).schema(schema);
    }

    private static RequestBody body(Content content) {
        return new RequestBody().required(true).content(content);
    }

    private static io.swagger.v3.oas.models.media.MediaType media(Schema<?> schema) {
        return new io.swagger.v3.oas.models.media.MediaType().schema(schema);
    }

    private static Schema<?> ref(String name) {
        return new JsonSchema().$ref("#/components/schemas/" + name);
    }

    /** As maps and lists, because the description is written by an older Jackson. */
    private static Object plain(JsonNode example) {
        return JsonMapper.shared().convertValue(example, Object.class);
    }

    private static String schemaName(CommandKind kind) {
        return kind.type().getSimpleName();
    }
}
