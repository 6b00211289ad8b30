package tenure.query.operations;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tenure.eventstore.read.EventLog;
import tenure.query.operations.ProjectionStatus.ParkedEvent;
import tenure.query.operations.ProjectionStatus.ParkedEvents;
import tenure.query.operations.ProjectionStatus.View;
import tenure.query.projection.Projection;
import tenure.query.projection.ProjectionTable;
import tenure.query.shared.Refusals;

/** Shows how far the views are and what they could not digest. */
@RestController
@Tag(name = "Operations")
class ProjectionsController {

    private static final int SHOWN = 500;

    private final EventLog log;
    private final ProjectionTable table;
    private final LogSpanProjection span;
    private final List<String> names;

    ProjectionsController(EventLog log, ProjectionTable table, LogSpanProjection span, List<Projection> projections) {
        this.log = log;
        this.table = table;
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
        if (!names.contains(name)) {
            throw Refusals.notFound("UNKNOWN_PROJECTION", "There is no view '" + name + "'; known are " + names + ".");
        }
        return new ParkedEvents(
                name,
                table.parked(name, SHOWN).stream()
                        .map(event -> new ParkedEvent(event.position(), event.customerId(), event.error()))
                        .toList());
    }
}
