package tenure.query.dataquality;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tenure.query.life.LivesProjection;
import tenure.query.shared.Answers;
import tenure.query.shared.Question;
import tenure.query.shared.ReadParameters;

/** Reads where the log contradicts itself. */
@RestController
@Tag(name = "Data quality")
class DataQualityController {

    private final Answers answers;
    private final DataQualityReader reader;

    DataQualityController(Answers answers, DataQualityReader reader) {
        this.answers = answers;
        this.reader = reader;
    }

    @GetMapping("/api/v1/data-quality")
    @Operation(summary = "Contradictions found in the log, by kind and customer, with the events behind them")
    @ReadParameters({"knownAt", "kind", "customer", "limit", "cursor"})
    DataQuality dataQuality(Question question) {
        var customer = question.text("customer");
        var kind = question.text("kind") == null
                ? null
                : question.choice("kind", ContradictionKind.class, ContradictionKind.RECORDED_LATE);
        var after = question.cursor(0);
        var limit = question.limit(100);
        return answers.seen(LivesProjection.NAME, question, at -> {
            var found = reader.find(at, kind, customer, after, limit + 1);
            var more = found.size() > limit;
            return new DataQuality(
                    at.asOf().day(),
                    at.position(),
                    reader.kinds(at, customer),
                    more ? Question.cursorAfter(after + limit) : null,
                    more ? found.subList(0, limit) : found);
        });
    }
}
