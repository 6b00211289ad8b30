package tenure.command.usage;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tenure.command.Answer;
import tenure.command.CommandIntake.Outcome;
import tenure.command.http.ActorMetadata;
import tenure.command.http.BoundedBody;
import tenure.command.http.JsonItems;
import tenure.command.http.OutcomeProblems;

/** Takes usage in masses. Described by {@link UsageDescriptions}. */
@Hidden
@RestController
class UsageController {

    static final String PATH = "/api/v1/usage";
    static final int MOST = 10_000;
    static final int MOST_BYTES = 4 * 1024 * 1024;

    private final LargeBatches batches;
    private final OutcomeProblems problems;

    UsageController(LargeBatches batches, OutcomeProblems problems) {
        this.batches = batches;
        this.problems = problems;
    }

    @PostMapping(
            path = PATH,
            consumes = {MediaType.APPLICATION_JSON_VALUE, JsonItems.NDJSON})
    ResponseEntity<UsageAnswer> take(HttpServletRequest request) {
        var sender = ActorMetadata.of(request);
        byte[] body = BoundedBody.of(request, MOST_BYTES);
        UsageAnswer answer = take(JsonItems.read(body, request.getContentType(), MOST).stream()
                .map(item -> UsageItem.read(item, sender))
                .toList());
        var response = ResponseEntity.ok();
        if (answer.position() != null) {
            response.header(Answer.POSITION, answer.position().toString());
        }
        return response.body(answer);
    }

    private UsageAnswer take(List<UsageItem> items) {
        var outcomes = batches.takeAll(items.stream()
                        .map(UsageItem::request)
                        .filter(Objects::nonNull)
                        .toList())
                .iterator();
        var ofRequest = problems.ofOneRequest();
        int accepted = 0;
        int repeated = 0;
        @Nullable Long position = null;
        List<RefusedItem> refused = new ArrayList<>();
        for (int index = 0; index < items.size(); index++) {
            var unreadable = items.get(index).problem();
            switch (unreadable == null ? outcomes.next() : new Outcome.NotTaken(unreadable)) {
                case Outcome.Taken(var answer) when answer.replayed() -> repeated++;
                case Outcome.Taken(var answer) -> {
                    accepted++;
                    position = later(position, answer.position());
                }
                case Outcome.NotTaken(var reason) -> refused.add(RefusedItem.of(index, ofRequest.apply(reason)));
            }
        }
        return new UsageAnswer(accepted, repeated, refused.size(), position, refused);
    }

    private static @Nullable Long later(@Nullable Long one, @Nullable Long other) {
        return one == null || (other != null && other > one) ? other : one;
    }
}
