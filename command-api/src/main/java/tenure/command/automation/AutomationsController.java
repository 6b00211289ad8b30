package tenure.command.automation;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tenure.command.automation.DueTable.Failed;
import tenure.command.automation.HoldTable.Hold;
import tenure.command.automation.Reactions.Parked;
import tenure.command.problem.ProblemException;

/** Shows what happens by itself, and lets importers and operators hold and drive it. */
@RestController
@Tag(name = "Operations")
class AutomationsController {

    private static final Logger LOG = LoggerFactory.getLogger(AutomationsController.class);

    private static final String PATH = "/api/v1/automations";
    private static final int SHOWN = 500;

    private final AutomationRun run;
    private final DueTable orders;
    private final HoldTable holds;
    private final DueSignal signal;
    private final Reactions reactions;
    private final AutomationSettings settings;
    private final WhenRiskStaysHighThenRaiseFlag flags;

    AutomationsController(
            AutomationRun run,
            DueTable orders,
            HoldTable holds,
            DueSignal signal,
            Reactions reactions,
            AutomationSettings settings,
            WhenRiskStaysHighThenRaiseFlag flags) {
        this.run = run;
        this.orders = orders;
        this.holds = holds;
        this.signal = signal;
        this.reactions = reactions;
        this.settings = settings;
        this.flags = flags;
    }

    @GetMapping(PATH)
    @Operation(summary = "How far the automations are, whether they are held, and what they have still to do")
    AutomationState state(HttpServletRequest request) {
        AutomationBodies.takesNoParameters(request);
        var progress = reactions.progress();
        var held = holds.all();
        return new AutomationState(
                progress.position(),
                progress.lagEvents(),
                reactions.parkedEvents(),
                held.stream().map(Hold::until).max(Instant::compareTo).orElse(null),
                held,
                orders.pending(),
                AutomationState.Settings.of(settings));
    }

    /**
     * What a run is asked for.
     *
     * @param until the last moment to do; now when left out
     */
    record RunBody(Instant until) {}

    @PostMapping(path = PATH + "/run", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Do everything that was due up to a moment, now",
            description =
                    "Waits until the whole log was taken in, then sends what is for a moment up to 'until', held or"
                            + " not, and what follows from it. Answers after a quarter of a minute at the latest; when it is not"
                            + " complete by then, ask again.",
            requestBody = @RequestBody(content = @Content(schema = @Schema(implementation = RunBody.class))))
    RunAnswer run(HttpServletRequest request) {
        var body = AutomationBodies.read(request, Set.of("until"));
        var now = orders.now();
        var until = body.has("until") ? AutomationBodies.instant(body, "until") : now;
        if (until.isAfter(now)) {
            throw ProblemException.badRequest("/until", "IN_THE_FUTURE", "What is not yet due cannot be done.");
        }
        return run.until(until);
    }

    /**
     * What came of looking.
     *
     * @param ordered flags that are to be raised or cleared; they are sent within a moment
     */
    record FlagsLookedAt(int ordered) {}

    @PostMapping(path = PATH + "/risk-flags", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Look now which flags of risk are to be raised or cleared",
            description =
                    "At the end of the last day that is over by 'until', which is now when it is left out. It is done"
                            + " by itself every hour.",
            requestBody = @RequestBody(content = @Content(schema = @Schema(implementation = RunBody.class))))
    FlagsLookedAt lookAtFlags(HttpServletRequest request) {
        var body = AutomationBodies.read(request, Set.of("until"));
        var now = orders.now();
        var until = body.has("until") ? AutomationBodies.instant(body, "until") : now;
        if (until.isAfter(now)) {
            throw ProblemException.badRequest("/until", "IN_THE_FUTURE", "What is not yet due cannot be done.");
        }
        return new FlagsLookedAt(flags.lookAt(until));
    }

    /**
     * How long to hold.
     *
     * @param length from now on, as an ISO 8601 duration such as PT10M; a day at most
     * @param holder who holds; a hold of the same holder is replaced
     */
    record HoldBody(@JsonProperty("for") String length, String holder) {}

    @PostMapping(path = PATH + "/hold", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Let nothing happen by itself for a while",
            description = "For whoever brings in a history: what was due in the past waits until all that happened has"
                    + " arrived. Events are taken in all the same. The hold ends by itself; hold again to prolong it.",
            requestBody = @RequestBody(content = @Content(schema = @Schema(implementation = HoldBody.class))))
    Hold hold(HttpServletRequest request) {
        var body = AutomationBodies.read(request, Set.of("for", "holder"));
        Duration length = AutomationBodies.duration(body, "for");
        var holder = AutomationBodies.holder(body.path("holder").asString(AutomationBodies.ANYBODY), "/holder");
        return new Hold(holder, holds.hold(holder, length));
    }

    @DeleteMapping(PATH + "/hold")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Let things happen again", description = "Ends the hold of this holder; others go on.")
    void release(HttpServletRequest request) {
        holds.release(AutomationBodies.holder(request));
        signal.readyIn(Duration.ZERO);
    }

    /** Orders that failed. */
    record FailedOrders(List<Failed> orders) {}

    @GetMapping(PATH + "/failed")
    @Operation(summary = "What was ordered and failed, with the reason of each")
    FailedOrders failed(HttpServletRequest request) {
        AutomationBodies.takesNoParameters(request);
        return new FailedOrders(orders.failed(SHOWN));
    }

    /** Events that are parked. */
    record ParkedAutomationEvents(List<Parked> events) {}

    @GetMapping(PATH + "/parked")
    @Operation(summary = "The events that the automations could not take in, with the error of each")
    ParkedAutomationEvents parked(HttpServletRequest request) {
        AutomationBodies.takesNoParameters(request);
        return new ParkedAutomationEvents(reactions.parked(SHOWN));
    }

    /**
     * What was tried again.
     *
     * @param orders       that failed and will be sent again
     * @param stillParked  events that could not be taken in this time either, with those behind them
     */
    record Retried(int orders, long stillParked) {}

    @PostMapping(PATH + "/retry")
    @Operation(summary = "Try what failed and what is parked once more")
    Retried retry(HttpServletRequest request) {
        AutomationBodies.takesNoParameters(request);
        var stillParked = reactions.retryParked();
        var reopened = orders.reopenFailed();
        signal.readyIn(Duration.ZERO);
        LOG.info("{} failed orders are sent again; {} events stay parked.", reopened, stillParked);
        return new Retried(reopened, stillParked);
    }
}
