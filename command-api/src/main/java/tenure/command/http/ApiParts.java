package tenure.command.http;

import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.Map;
import tenure.command.Answer;

/** What the descriptions of the doors are put together from. */
public final class ApiParts {

    /** The usual media type. */
    public static final String JSON = "application/json";

    private static final String PROBLEM_JSON = "application/problem+json";

    private ApiParts() {}

    /** A schema that stands among the components. */
    public static Schema<?> ref(String name) {
        return new JsonSchema().$ref("#/components/schemas/" + name);
    }

    /** The form of a body in one media type. */
    public static MediaType media(Schema<?> schema) {
        return new MediaType().schema(schema);
    }

    /** A body that must be there. */
    public static RequestBody body(Content content) {
        return new RequestBody().required(true).content(content);
    }

    /** A header of a request. */
    public static Parameter header(String name, String description, Schema<?> schema) {
        return new Parameter().in("header").name(name).description(description).schema(schema);
    }

    /** The header by which a client names itself. */
    public static Parameter actor() {
        return header(
                ActorMetadata.HEADER,
                "Who you are, as long as there are no logins. Not authenticated.",
                CommandSchemas.typed("string").pattern("^" + ActorMetadata.PATTERN + "$"));
    }

    /** Answers that are problems, by status and what they mean. */
    public static ApiResponses problems(Map<String, String> meanings) {
        var responses = new ApiResponses();
        meanings.forEach((status, meaning) -> responses.addApiResponse(
                status,
                new ApiResponse()
                        .description(meaning)
                        .content(new Content().addMediaType(PROBLEM_JSON, media(ref("Problem"))))));
        return responses;
    }

    /** An answer that tells where in the log it was recorded. */
    public static ApiResponse answered(String description, String schema) {
        return new ApiResponse()
                .description(description)
                .addHeaderObject(
                        Answer.POSITION,
                        new Header()
                                .description("Position of the last event in the log.")
                                .schema(CommandSchemas.typed("integer").format("int64")))
                .content(new Content().addMediaType(JSON, media(ref(schema))));
    }
}
