package tenure.query.feed;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tenure.query.shared.cloudevents.CloudEvent;
import tenure.query.shared.cloudevents.EventPages;
import tenure.query.shared.cloudevents.EventPages.Page;
import tools.jackson.databind.json.JsonMapper;

/** Gives out the log, in pages and as a stream. It comes from the log itself, not from a view, so it is never behind. */
@RestController
@Tag(name = "Events")
class FeedController {

    static final String PATH = "/api/v1/events";

    /** Statements per page, where the wanted events are rare. */
    private static final int MOST_STEPS = 10;

    private final EventPages pages;
    private final Followers followers;
    private final JsonMapper json;

    FeedController(EventPages pages, Followers followers, JsonMapper json) {
        this.pages = pages;
        this.followers = followers;
        this.json = json;
    }

    @GetMapping(PATH)
    @Operation(
            summary = "The events of the log in their order, as CloudEvents",
            description = "A page answers with an array; Link, rel=next, is the address of the next page, and an empty"
                    + " page has one, too. Accept: text/event-stream asks for a stream, which goes on for ever and is"
                    + " resumed with Last-Event-ID.")
    @Parameter(
            name = "after",
            in = ParameterIn.QUERY,
            description = "Position behind which to begin. Default: 0, the beginning of the log.",
            schema = @Schema(type = "integer", format = "int64", minimum = "0"))
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            description = "Events per page, 1 to 500. Default: 100.",
            schema = @Schema(type = "integer", minimum = "1", maximum = "500"))
    @Parameter(
            name = "type",
            in = ParameterIn.QUERY,
            description = "Stored name of the events wanted, such as license.sold; may be repeated.",
            array = @ArraySchema(schema = @Schema(type = "string")))
    @Parameter(
            name = "customerId",
            in = ParameterIn.QUERY,
            description = "Only events of this customer.",
            schema = @Schema(type = "string"))
    @Parameter(
            name = "wait",
            in = ParameterIn.QUERY,
            description = "Seconds to wait for an event when there is none, 0 to 20. Default: 0.",
            schema = @Schema(type = "integer", minimum = "0", maximum = "20"))
    @Parameter(
            name = "Last-Event-ID",
            in = ParameterIn.HEADER,
            description = "The same as after, and stronger: what a stream that is opened again sends by itself.",
            schema = @Schema(type = "integer", format = "int64", minimum = "0"))
    @ApiResponse(
            responseCode = "200",
            description = "Events in the order of their positions",
            headers = {
                @Header(
                        name = "Tenure-Position",
                        description = "The page reaches this far; the next begins behind it.",
                        schema = @Schema(type = "integer", format = "int64")),
                @Header(
                        name = "Tenure-Log-Position",
                        description = "The log reaches this far.",
                        schema = @Schema(type = "integer", format = "int64")),
                @Header(name = "Link", description = "rel=next", schema = @Schema(type = "string"))
            },
            content = {
                @Content(
                        mediaType = CloudEvent.JSON_BATCH,
                        array = @ArraySchema(schema = @Schema(implementation = CloudEvent.class))),
                @Content(mediaType = MediaType.TEXT_EVENT_STREAM_VALUE, schema = @Schema(type = "string"))
            })
    void events(HttpServletRequest request, HttpServletResponse response) throws IOException, InterruptedException {
        var question = FeedQuestion.of(request, pages);
        if (FeedQuestion.asksForStream(request)) {
            stream(question, request, response);
        } else {
            answer(question, response);
        }
    }

    private void answer(FeedQuestion question, HttpServletResponse response) throws IOException, InterruptedException {
        var page = page(question);
        var deadline = System.nanoTime() + question.patience().toNanos();
        long left;
        while (page.events().isEmpty()
                && page.isLast()
                && followers.isRunning()
                && (left = (deadline - System.nanoTime()) / 1_000_000) > 0) {
            followers.await(page, left);
            page = page(question.behind(page.reached()));
        }
        var body = json.writeValueAsBytes(page.events());
        response.setContentType(CloudEvent.JSON_BATCH);
        response.setContentLength(body.length);
        response.setHeader("Tenure-Position", Long.toString(page.reached()));
        response.setHeader("Tenure-Log-Position", Long.toString(page.head()));
        response.setHeader(HttpHeaders.LINK, "<" + question.next(page.reached()) + ">; rel=\"next\"");
        response.getOutputStream().write(body);
    }

    private Page page(FeedQuestion question) throws InterruptedException {
        var events = new ArrayList<CloudEvent>();
        var reached = question.after();
        long size = 0;
        for (int step = 0; ; step++) {
            var part = pages.after(
                    reached, question.filter(), Math.min(EventPages.CHUNK, question.limit() - events.size()));
            question.requireWithin(part.head());
            events.addAll(part.events());
            reached = part.reached();
            size += part.size();
            if (part.isLast()
                    || events.size() == question.limit()
                    || size >= EventPages.MOST_DATA
                    || step == MOST_STEPS) {
                return new Page(events, reached, part.head());
            }
        }
    }

    /** On this very thread, which is a virtual one: what the reader does not take, is not read from the log either. */
    private void stream(FeedQuestion question, HttpServletRequest request, HttpServletResponse response)
            throws IOException, InterruptedException {
        question.requireWithin(pages.head());
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setCharacterEncoding("UTF-8");
        // Says to proxies that hold answers back until they are whole that this one never is.
        response.setHeader("X-Accel-Buffering", "no");
        if (HttpMethod.GET.matches(request.getMethod())) {
            new EventStream(pages, followers, json, question.filter(), question.after(), response.getOutputStream())
                    .run();
        }
    }
}
