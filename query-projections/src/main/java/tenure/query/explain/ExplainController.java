package tenure.query.explain;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tenure.eventstore.read.EventLog;
import tenure.eventstore.read.RecordedEvent;
import tenure.query.shared.Answers;
import tenure.query.shared.FigureSource;
import tenure.query.shared.FigureSource.Asked;
import tenure.query.shared.FigureSource.Evidence;
import tenure.query.shared.FigureSource.EvidencePage;
import tenure.query.shared.Near;
import tenure.query.shared.Question;
import tenure.query.shared.ReadParameters;
import tenure.query.shared.Refusals;
import tenure.query.shared.Standpoint;

/** Lists the events behind a figure. */
@RestController
@Tag(name = "Explanations")
class ExplainController {

    /** Events shown of one thing that was counted. */
    private static final int EVENTS_SHOWN = 20;

    private final Answers answers;
    private final EventLog log;
    private final Map<String, FigureSource> sources = new TreeMap<>();

    ExplainController(Answers answers, EventLog log, List<FigureSource> sources) {
        this.answers = answers;
        this.log = log;
        for (var source : sources) {
            source.figures().forEach(figure -> this.sources.put(figure, source));
        }
    }

    @GetMapping("/api/v1/explain")
    @Operation(
            summary = "The events behind a figure",
            description = "Every figure carries its address here. What the events count for adds up to the figure.")
    @ReadParameters({"figure", "knownAt", "customer", "subject", "from", "limit", "cursor"})
    Explanation explain(Question question) {
        var figure = question.text("figure");
        var source = figure == null ? null : sources.get(figure);
        if (figure == null || source == null) {
            throw Refusals.badParameter(
                    "figure",
                    "UNKNOWN_VALUE",
                    "'figure' must be one of " + String.join(", ", sources.keySet()) + "."
                            + (figure == null ? "" : Near.hint(figure, sources.keySet())));
        }
        var after = question.cursor(0);
        var limit = question.limit(100);
        return answers.seen(source.projections(), question, at -> {
            var asked =
                    new Asked(figure, at, question.text("customer"), question.text("subject"), question.day("from"));
            return page(figure, at, source.page(asked, after, limit), after);
        });
    }

    private Explanation page(String figure, Standpoint at, EvidencePage page, long after) {
        var events = events(page.shown());
        var end = after + page.shown().size();
        return new Explanation(
                figure,
                at.asOf().day(),
                at.position(),
                page.value(),
                page.things(),
                end < page.things() ? Question.cursorAfter(end) : null,
                page.shown().stream().map(thing -> counted(thing, events)).toList());
    }

    private Map<Long, RecordedEvent> events(List<Evidence> shown) {
        var positions = shown.stream()
                .flatMap(thing -> thing.positions().stream().limit(EVENTS_SHOWN))
                .distinct()
                .toList();
        return log.at(positions).stream().collect(Collectors.toMap(RecordedEvent::position, Function.identity()));
    }

    private static Explanation.Counted counted(Evidence thing, Map<Long, RecordedEvent> events) {
        return new Explanation.Counted(
                thing.subject(),
                thing.counts(),
                Math.max(0, thing.positions().size() - EVENTS_SHOWN),
                thing.positions().stream()
                        .limit(EVENTS_SHOWN)
                        .map(events::get)
                        .map(event -> new Explanation.CountedEvent(
                                event.position(),
                                event.eventId(),
                                event.type(),
                                event.customerId(),
                                event.occurredAt(),
                                event.recordedAt()))
                        .toList());
    }
}
