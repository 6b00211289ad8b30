package tenure.command.segment;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tenure.command.Answer;
import tenure.command.catalogue.StrictJson;
import tenure.command.http.ActorMetadata;
import tenure.command.http.BoundedBody;
import tenure.command.problem.Problem;
import tenure.command.problem.ProblemException;
import tenure.command.segment.SegmentIntake.Entry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * Takes what Segment's SDKs send. The write key in the Authorization header is let through unread, as there are no logins
 * yet. Described by {@link SegmentDescriptions}.
 */
@Hidden
@RestController
class SegmentController {

    static final String ONE = "/v1/{type:track|identify|group|page|screen|alias}";
    static final String BATCH = "/v1/batch";

    static final int MOST_BYTES = 32 * 1024;
    static final int MOST_BYTES_OF_A_BATCH = 500 * 1024;
    private static final int MOST_CALLS = 2_500;

    private final SegmentIntake intake;
    private final Clock clock;

    SegmentController(SegmentIntake intake, ObjectProvider<Clock> clock) {
        this.intake = intake;
        this.clock = clock.getIfUnique(Clock::systemUTC);
    }

    @PostMapping(path = ONE, consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<SegmentAnswer> call(@PathVariable String type, HttpServletRequest request) {
        JsonNode call = StrictJson.parse(BoundedBody.unpacked(request, MOST_BYTES));
        Entry entry = entry(call, type, MissingNode.getInstance(), now(), commands(request));
        if (entry.problem() != null) {
            throw entry.problem();
        }
        return answer(intake.take(List.of(entry)));
    }

    /** The other paths are those of older SDKs and of SDKs for telephones. */
    @PostMapping(
            path = {BATCH, "/v1/b", "/v1/import", "/v1/import/"},
            consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<SegmentAnswer> batch(HttpServletRequest request) {
        JsonNode body = StrictJson.parse(BoundedBody.unpacked(request, MOST_BYTES_OF_A_BATCH));
        if (!body.path("batch").isArray()) {
            throw ProblemException.badRequest("/batch", "WRONG_TYPE", "An array of calls is required.");
        }
        if (body.get("batch").size() > MOST_CALLS) {
            throw new ProblemException(
                    Problem.notApplied(413, "TOO_MANY", "A batch has at most %d calls.".formatted(MOST_CALLS)));
        }
        Instant receivedAt = now();
        SegmentCommands commands = commands(request);
        List<Entry> entries = new ArrayList<>();
        for (JsonNode call : body.get("batch")) {
            entries.add(entry(call, null, body.path("sentAt"), receivedAt, commands));
        }
        return answer(intake.take(entries));
    }

    private static Entry entry(
            JsonNode call, @Nullable String type, JsonNode sentAt, Instant receivedAt, SegmentCommands commands) {
        try {
            if (call.toString().getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
                throw new ProblemException(
                        Problem.notApplied(413, "TOO_LARGE", "A call has at most %d bytes.".formatted(MOST_BYTES)));
            }
            return new Entry(commands.of(SegmentCall.read(call, type, sentAt, receivedAt)), null);
        } catch (ProblemException problem) {
            return new Entry(List.of(), problem);
        }
    }

    private static ResponseEntity<SegmentAnswer> answer(SegmentIntake.Result result) {
        var response = ResponseEntity.ok();
        if (result.position() != null) {
            response.header(Answer.POSITION, result.position().toString());
        }
        return response.body(new SegmentAnswer(true, result.refused()));
    }

    private static SegmentCommands commands(HttpServletRequest request) {
        return new SegmentCommands(ActorMetadata.of(request));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
