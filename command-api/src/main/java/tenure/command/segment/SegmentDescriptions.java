package tenure.command.segment;

import static tenure.command.http.ApiParts.JSON;
import static tenure.command.http.ApiParts.media;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import java.util.Locale;
import java.util.Map;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.stereotype.Component;
import tenure.command.http.ApiParts;
import tenure.command.http.CommandSchemas;

/** Describes the door for programs that speak to Segment. Only what Tenure reads is described; the rest may be there. */
@Component
class SegmentDescriptions implements GlobalOpenApiCustomizer {

    private static final Map<String, String> PROBLEMS = Map.of(
            "400", "The request cannot be read; sending it again does not help.",
            "413", "The body is too large.",
            "503", "Trouble that passes; send it again.");

    private static final Map<SegmentCall.Type, String> MEANINGS = Map.of(
            SegmentCall.Type.TRACK, "Records a log-on or the use of a feature.",
            SegmentCall.Type.IDENTIFY, "Invites and activates a user.",
            SegmentCall.Type.GROUP, "Registers a customer and invites a user into it.",
            SegmentCall.Type.PAGE, "Records the use of what is on the page.",
            SegmentCall.Type.SCREEN, "Records the use of what is on the screen.",
            SegmentCall.Type.ALIAS, "Is taken and records nothing.");

    @Override
    public void customise(OpenAPI api) {
        ModelConverters.getInstance(true).readAll(SegmentAnswer.class).forEach(api.getComponents()::addSchemas);
        for (var type : SegmentCall.Type.values()) {
            String word = type.name().toLowerCase(Locale.ROOT);
            add(api, "/v1/" + word, "segment-" + word, MEANINGS.getOrDefault(type, word), call());
        }
        JsonSchema typed = call();
        typed.addProperty("type", CommandSchemas.typed("string"));
        typed.addRequiredItem("type");
        JsonSchema calls = CommandSchemas.typed("array");
        calls.setItems(typed);
        JsonSchema batch = CommandSchemas.typed("object");
        batch.addProperty("batch", calls);
        batch.addProperty("sentAt", time("When the batch was sent, by the clock of its sender."));
        batch.addRequiredItem("batch");
        add(api, SegmentController.BATCH, "segment-batch", "Takes many calls. The good ones stay.", batch);
    }

    private static void add(OpenAPI api, String path, String id, String summary, JsonSchema body) {
        Operation operation = new Operation()
                .operationId(id)
                .addTagsItem("segment")
                .summary(summary)
                .responses(ApiParts.problems(PROBLEMS))
                .addParametersItem(ApiParts.actor())
                .requestBody(ApiParts.body(new Content().addMediaType(JSON, media(body))));
        operation
                .getResponses()
                .addApiResponse("200", ApiParts.answered("Taken; refused tells what was not.", "SegmentAnswer"));
        api.getPaths().addPathItem(path, new PathItem().post(operation));
    }

    private static JsonSchema call() {
        JsonSchema call = CommandSchemas.typed("object");
        for (String text : new String[] {"messageId", "userId", "anonymousId", "groupId", "event", "name"}) {
            call.addProperty(text, CommandSchemas.typed("string"));
        }
        call.addProperty("timestamp", time("When it happened, by the clock of its sender."));
        call.addProperty("sentAt", time("When it was sent, by the same clock."));
        call.addProperty("traits", CommandSchemas.typed("object"));
        call.addProperty("context", CommandSchemas.typed("object"));
        return call;
    }

    private static JsonSchema time(String description) {
        JsonSchema time = CommandSchemas.typed("string");
        time.setFormat("date-time");
        time.setDescription(description);
        return time;
    }
}
