package tenure.query.operations;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tenure.query.life.LifeViews;
import tenure.query.life.LivesProjection;
import tenure.query.operations.ProjectionStatus.ParkedEvent;
import tenure.query.operations.ProjectionStatus.ParkedEvents;
import tenure.query.operations.ProjectionStatus.RetriedEvents;
import tenure.query.projection.ProjectionRunner;
import tenure.query.projection.ProjectionTable;
import tenure.query.projection.shadow.Rebuilds;
import tenure.query.shared.Refusals;

/** Shows how far the views are and what they could not digest, and lets operators try that again. */
@RestController
@Tag(name = "Operations")
class ProjectionsController {

    private static final int SHOWN = 500;

    private static final Logger LOG = LoggerFactory.getLogger(ProjectionsController.class);

    private final ProjectionStatuses statuses;
    private final ProjectionTable table;
    private final ProjectionRunner runner;
    private final Rebuilds rebuilds;
    private final LifeViews folded;
    private final TransactionTemplate transaction;

    ProjectionsController(
            ProjectionStatuses statuses,
            ProjectionTable table,
            ProjectionRunner runner,
            Rebuilds rebuilds,
            LifeViews folded,
            PlatformTransactionManager transactions) {
        this.statuses = statuses;
        this.table = table;
        this.runner = runner;
        this.rebuilds = rebuilds;
        this.folded = folded;
        this.transaction = new TransactionTemplate(transactions);
    }

    @GetMapping("/api/v1/projections")
    @Operation(summary = "How far the views are behind the log, what they parked, and which are being built anew")
    ProjectionStatus projections() {
        return statuses.now();
    }

    @PostMapping("/api/v1/projections/{name}/rebuild")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Build a view anew, beside the one that answers",
            description =
                    "The new one takes its place at once when it has caught up. GET /api/v1/projections shows how far"
                            + " it is. It goes on after a stop.")
    ProjectionStatus rebuild(@PathVariable String name) {
        requireKnown(name);
        if (!rebuilds.begin(name)) {
            throw Refusals.conflict("BEING_REBUILT", "The view '" + name + "' is being built anew already.");
        }
        return statuses.now();
    }

    @DeleteMapping("/api/v1/projections/{name}/rebuild")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Give up building a view anew; the one that answers stays")
    void cancelRebuild(@PathVariable String name) {
        requireKnown(name);
        if (!rebuilds.cancel(name)) {
            throw Refusals.notFound("NOT_BEING_REBUILT", "The view '" + name + "' is not being built anew.");
        }
    }

    @GetMapping("/api/v1/projections/{name}/parked")
    @Operation(summary = "The events that a view could not digest, with the error of each")
    ParkedEvents parked(@PathVariable String name) {
        if (statuses.folded().contains(name)) {
            return new ParkedEvents(
                    name,
                    folded.standing(name).stream()
                            .limit(SHOWN)
                            .map(at -> new ParkedEvent(at.position(), at.customerId(), at.error()))
                            .toList());
        }
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
        if (statuses.folded().contains(name)) {
            return foldAgain(name, customerId);
        }
        requireKnown(name);
        if (table.parkedEvents(name, customerId) == 0) {
            throw nothingParked(name, customerId);
        }
        var takenIn = runner.retry(name, customerId);
        return new RetriedEvents(name, customerId, takenIn, table.parkedEvents(name, customerId));
    }

    private RetriedEvents foldAgain(String name, String customerId) {
        if (folded.standing(name).stream().noneMatch(at -> at.customerId().equals(customerId))) {
            throw nothingParked(name, customerId);
        }
        var goesOn = Boolean.TRUE.equals(transaction.execute(status -> folded.retry(name, customerId)));
        return new RetriedEvents(name, customerId, goesOn ? 1 : 0, goesOn ? 0 : 1);
    }

    private static RuntimeException nothingParked(String name, String customerId) {
        return Refusals.notFound(
                "NOTHING_PARKED", "The view '" + name + "' has no parked events of customer '" + customerId + "'.");
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
        if (statuses.folded().contains(name)) {
            throw Refusals.conflict(
                    "HAS_NO_ROWS",
                    "The view '" + name + "' has no rows of its own, as it is folded from '" + LivesProjection.NAME
                            + "' when it is asked: build that one anew.");
        }
        if (!statuses.names().contains(name)) {
            throw Refusals.notFound(
                    "UNKNOWN_PROJECTION", "There is no view '" + name + "'; known are " + statuses.names() + ".");
        }
    }
}
