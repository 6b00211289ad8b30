package tenure.query.feed;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.util.UriComponentsBuilder;
import tenure.query.shared.Question;
import tenure.query.shared.Refusals;
import tenure.query.shared.cloudevents.EventFilter;
import tenure.query.shared.cloudevents.EventPages;

/**
 * What a reader of the feed asks for.
 *
 * @param after  position of the last event that the reader has; 0 when it has none
 * @param limit  events per page
 * @param patience how long to wait for an event when there is none
 */
record FeedQuestion(long after, int limit, Duration patience, EventFilter filter) {

    private static final int PAGE = 100;
    private static final int LONGEST_WAIT_SECONDS = 20;

    /** Reads query and headers; what they do not know is refused. */
    static FeedQuestion of(HttpServletRequest request, EventPages pages) {
        var question = Question.toTheLog(request.getParameterMap(), "after", "limit", "type", "customerId", "wait");
        var types = question.texts("type");
        pages.requireKnown("type", types);
        return new FeedQuestion(
                after(request, question),
                question.limit(PAGE),
                Duration.ofSeconds(question.number("wait", 0, LONGEST_WAIT_SECONDS, 0)),
                new EventFilter(types, question.text("customerId")));
    }

    /** A stream that is opened again keeps its address, so what the header says is newer. */
    private static long after(HttpServletRequest request, Question question) {
        var seen = request.getHeader("Last-Event-ID");
        return seen == null || seen.isBlank()
                ? question.number("after", 0, Long.MAX_VALUE, 0)
                : Question.number("Last-Event-ID", seen.strip(), 0, Long.MAX_VALUE);
    }

    /** Whether a stream is wanted, and not a page. */
    static boolean asksForStream(HttpServletRequest request) {
        var accepted = request.getHeader(HttpHeaders.ACCEPT);
        return accepted != null && accepted.contains(MediaType.TEXT_EVENT_STREAM_VALUE);
    }

    /** The log never takes positions back, so one that it does not have yet is one of another log. */
    void requireWithin(long head) {
        if (after > head) {
            throw Refusals.gone(
                    "POSITION_BEYOND_LOG",
                    "The log ends at position " + head + ", so what you read up to position " + after
                            + " was another log, or one from before an older backup was restored. Compare what you"
                            + " have with this log, then begin at a position that both share.");
        }
    }

    /** The same question, going on behind a position. */
    FeedQuestion behind(long position) {
        return new FeedQuestion(position, limit, patience, filter);
    }

    /** The address of the page after one. */
    String next(long reached) {
        var next = UriComponentsBuilder.fromPath(FeedController.PATH)
                .queryParam("after", reached)
                .queryParam("limit", limit);
        filter.types().forEach(type -> next.queryParam("type", type));
        if (filter.customerId() != null) {
            next.queryParam("customerId", "{customerId}");
        }
        if (patience.isPositive()) {
            next.queryParam("wait", patience.toSeconds());
        }
        return filter.customerId() == null
                ? next.build().toUriString()
                : next.encode().buildAndExpand(filter.customerId()).toUriString();
    }
}
