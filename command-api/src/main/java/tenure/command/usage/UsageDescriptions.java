package tenure.command.usage;

import static tenure.command.http.ApiParts.JSON;
import static tenure.command.http.ApiParts.media;
import static tenure.command.http.ApiParts.ref;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import java.util.Map;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.stereotype.Component;
import tenure.command.catalogue.CommandCatalogue;
import tenure.command.http.ApiParts;
import tenure.command.http.CommandSchemas;
import tenure.command.http.IdempotencyKey;
import tenure.command.http.JsonItems;

/** Describes the door for usage; its items are the commands with their type beside the fields. */
@Component
class UsageDescriptions implements GlobalOpenApiCustomizer {

    private static final Map<String, String> PROBLEMS = Map.of(
            "400", "The request as a whole cannot be read.",
            "413", "The body is too large, or has too many items.",
            "415", "The body is neither JSON nor NDJSON.");

    private static final List<Map<String, Object>> EXAMPLE = List.of(
            Map.of("type", "log-on", "userId", "u-17", "messageId", "m-1"),
            Map.of("type", "feature-use", "userId", "u-17", "feature", "quote", "count", 3, "messageId", "m-2"));

    private final CommandCatalogue catalogue;

    UsageDescriptions(CommandCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public void customise(OpenAPI api) {
        ModelConverters.getInstance(true).readAll(UsageAnswer.class).forEach(api.getComponents()::addSchemas);
        Schema<?> item = new JsonSchema();
        UsageItem.COMMANDS.forEach((type, command) -> item.addOneOfItem(item(type, command)));
        api.getComponents().addSchemas("UsageItem", item);
        JsonSchema items = CommandSchemas.typed("array");
        items.setItems(ref("UsageItem"));
        items.setMinItems(1);
        items.setMaxItems(UsageController.MOST);
        Operation operation = new Operation()
                .operationId("send-usage")
                .addTagsItem("usage")
                .summary("Records up to 10,000 log-ons, uses of features and days. The good ones stay.")
                .responses(ApiParts.problems(PROBLEMS))
                .addParametersItem(ApiParts.actor())
                .requestBody(ApiParts.body(new Content()
                        .addMediaType(JSON, media(items).example(EXAMPLE))
                        .addMediaType(JsonItems.NDJSON, media(ref("UsageItem")))));
        operation
                .getResponses()
                .addApiResponse(
                        "200", ApiParts.answered("How many were recorded, and why others were not.", "UsageAnswer"));
        api.getPaths().addPathItem(UsageController.PATH, new PathItem().post(operation));
    }

    private Schema<?> item(String type, String command) {
        Schema<?> schema = CommandSchemas.of(catalogue.named(command).type());
        JsonSchema word = CommandSchemas.typed("string");
        word.addEnumItemObject(type);
        schema.addProperty(UsageItem.TYPE, word);
        schema.addRequiredItem(UsageItem.TYPE);
        JsonSchema id = CommandSchemas.typed("string");
        id.setDescription("Makes the item safe to repeat: what is sent again under the same id is recorded once.");
        id.setPattern("^" + IdempotencyKey.PATTERN + "$");
        id.addType("null");
        schema.addProperty(UsageItem.MESSAGE_ID, id);
        return schema;
    }
}
