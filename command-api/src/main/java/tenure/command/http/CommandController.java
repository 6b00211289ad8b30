package tenure.command.http;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tenure.command.Answer;
import tenure.command.CommandIntake;
import tenure.command.Request;
import tenure.command.catalogue.CommandCatalogue;
import tenure.command.catalogue.StrictJson;
import tenure.command.problem.ProblemException;

/** The one door for commands over HTTP. Each command is described on its own by {@link CommandDescriptions}. */
@Hidden
@RestController
class CommandController {

    static final String PATH = "/api/v1/commands";
    static final String REPLAYED = "Idempotency-Replayed";

    static final int MOST_BYTES = 256 * 1024;
    static final int MOST_BYTES_OF_A_BATCH = 4 * 1024 * 1024;

    private static final String DRY_RUN = "dryRun";

    private final CommandIntake intake;
    private final CommandCatalogue catalogue;
    private final BatchIntake batches;

    CommandController(CommandIntake intake, CommandCatalogue catalogue, OutcomeProblems problems) {
        this.intake = intake;
        this.catalogue = catalogue;
        this.batches = new BatchIntake(intake, problems);
    }

    @PostMapping(path = PATH + "/{name}", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Answer> send(@PathVariable String name, HttpServletRequest request) {
        catalogue.named(name);
        Answer answer = intake.take(new Request(
                name,
                StrictJson.parse(BoundedBody.of(request, MOST_BYTES)),
                IdempotencyKey.checked(request.getHeader(IdempotencyKey.HEADER), ""),
                ActorMetadata.of(request),
                expectedVersion(request.getHeader("If-Match")),
                dryRun(request)));
        var response = ResponseEntity.status(answer.status());
        if (answer.position() != null) {
            response.header(Answer.POSITION, answer.position().toString());
        }
        if (answer.replayed()) {
            response.header(REPLAYED, "true");
        }
        return response.body(answer);
    }

    @PostMapping(
            path = PATH,
            consumes = {MediaType.APPLICATION_JSON_VALUE, JsonItems.NDJSON})
    ResponseEntity<BatchAnswer> sendAll(HttpServletRequest request) {
        BatchAnswer answer = batches.take(BatchBody.read(
                BoundedBody.of(request, MOST_BYTES_OF_A_BATCH),
                request.getContentType(),
                ActorMetadata.of(request),
                dryRun(request)));
        var response = ResponseEntity.ok();
        if (answer.position() != null) {
            response.header(Answer.POSITION, answer.position().toString());
        }
        return response.body(answer);
    }

    private static @Nullable Long expectedVersion(@Nullable String ifMatch) {
        if (ifMatch == null) {
            return null;
        }
        if (!ifMatch.matches("\"[0-9]{1,18}\"")) {
            throw ProblemException.badRequest("", "BAD_IF_MATCH", "If-Match is a version in quotes, such as \"3\".");
        }
        return Long.valueOf(ifMatch.substring(1, ifMatch.length() - 1));
    }

    private static boolean dryRun(HttpServletRequest request) {
        Map<String, String[]> parameters = request.getParameterMap();
        if (!Set.of(DRY_RUN).containsAll(parameters.keySet())) {
            throw ProblemException.badRequest("", "UNKNOWN_PARAMETER", "The only parameter here is dryRun.");
        }
        String[] values = parameters.getOrDefault(DRY_RUN, new String[] {"false"});
        if (values.length != 1 || !Set.of("true", "false").contains(values[0])) {
            throw ProblemException.badRequest("", "BAD_PARAMETER", "dryRun is true or false.");
        }
        return values[0].equals("true");
    }
}
