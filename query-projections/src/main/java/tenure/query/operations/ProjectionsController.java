package tenure.query.operations;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tenure.eventstore.read.EventLog;
import tenure.query.operations.ProjectionStatus.ParkedEvent;
import tenure.query.operations.ProjectionStatus.ParkedEvents;
import tenure.query.operations.ProjectionStatus.RetriedEvents;
import tenure.query.operations.ProjectionStatus.View;
import tenure.query.projection.Projection;
import tenure.query.projection.ProjectionRunner;
import tenure.query.projection.ProjectionTable;
import tenure.query.shared.Refusals;

/** Shows how far the views are and what they could not digest, and lets operators try that again. */
@RestController
@Tag(name = "Operations")
class ProjectionsController {

    private static final int SHOWN = 500;

    private static final Logger LOG = LoggerFactory.getLogger(ProjectionsController.class);

    private final EventLog log;
    private final ProjectionTable table;
    private final ProjectionRunner runner;
    private final LogSpanProjection span;
    private final List<String> names;

    ProjectionsController(
            EventLog log,
            ProjectionTable table,
            ProjectionRunner runner,
            LogSpanProjection span,
            List<Projection> projections) {
        this.log = log;
        this.table = table;
        this.runner = runner;
        this.span = span;
        this.names = projections.stream().map(Projection::name).sorted().toList();
    }

    @GetMapping("/api/v1/projections")
    @Operation(summary = "How far the views are behind the log, and what they parked")
    ProjectionStatus projections() {
        // The views first: the log may only seem further ahead than it is, never behind.
        var views = names.stream()
                .map(name -> new View(
                        name,
                        table.position(name),
                        0,
                        table.parkedEvents(name),
                        table.parkedCustomers(name).size()))
                .toList();
        var head = log.head();
        var known = span.span();
        return new ProjectionStatus(
                head,
                known.map(LogSpanProjection.Span::first).orElse(null),
                known.map(LogSpanProjection.Span::last).orElse(null),
                views.stream()
                        .map(view -> new View(
                                view.name(),
                                view.position(),
                                head - view.position(),
                                view.parkedEvents(),
                                view.staleCustomers()))
                        .toList());
    }

    @GetMapping("/api/v1/projections/{name}/parked")
    @Operation(summary = "The events that a view could not digest, with the error of each")
    ParkedEvents parked(@PathVariable String name) {
        requireKnown(name);
        return new ParkedEvents(
                name,
                table.parked(name, SHOWN).stream()
                        .map(event -> new ParkedEvent(event.position(), event.customerId(), event.error()))
                        .toList());
    }

    @PostMapping("/api/v1/projections/{name}/parked/retry")
    @Operation(
            summary = "Take in a customer's parked events, oldest first, until one fails again",
            description = "An empty customerId stands for events without a customer.")
    RetriedEvents retry(@PathVariable String name, @RequestParam String customerId) {
        requireKnown(name);
        if (table.parkedEvents(name, customerId) == 0) {
            throw Refusals.notFound(
                    "NOTHING_PARKED", "The view '" + name + "' has no parked events of customer '" + customerId + "'.");
        }
        var takenIn = runner.retry(name, customerId);
        return new RetriedEvents(name, customerId, takenIn, table.parkedEvents(name, customerId));
    }

    @DeleteMapping("/api/v1/projections/{name}/parked/{position}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Leave a parked event out of the view for good",
            description = "Those behind it stay parked until they are retried. The event stays in the log; a view that"
                    + " is built anew meets it again.")
    void discard(@PathVariable String name, @PathVariable long position) {
        requireKnown(name);
        if (!runner.discard(name, position)) {
            throw Refusals.notFound(
                    "NOTHING_PARKED", "The view '" + name + "' has no parked event at position " + position + ".");
        }
        LOG.warn("Event {} is left out of the view {} from now on.", position, name);
    }

    private void requireKnown(String name) {
        if (!names.contains(name)) {
            throw Refusals.notFound("UNKNOWN_PROJECTION", "There is no view '" + name + "'; known are " + names + ".");
        }
    }
}
