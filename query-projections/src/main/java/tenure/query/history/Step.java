package tenure.query.history;

import static tenure.query.history.Step.Effect.BEGINS;
import static tenure.query.history.Step.Effect.BEGINS_AGAIN;
import static tenure.query.history.Step.Effect.ENDS;
import static tenure.query.history.Step.Effect.MARKS;
import static tenure.query.history.Step.Effect.RENEWS;
import static tenure.query.history.Step.Effect.REOPENS;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tenure.query.shared.Facts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an event means for the thing that it is about, such as a ticket or the term of a license.
 *
 * @param thing  kind of thing
 * @param lane   where it is drawn
 * @param effect what the event does to its bar
 * @param state  how the thing stands afterwards; null when the event does not say
 */
record Step(
        String thing, Lane lane, Effect effect, @Nullable String state) {

    /** What an event does to the bar of its thing. */
    enum Effect {
        /** Begins the one bar that the thing has, however many events say so. */
        BEGINS,
        /** Begins a bar, unless one is open. */
        BEGINS_AGAIN,
        /** Ends the bar that is open, and begins the next. */
        RENEWS,
        /** Is a point on the bar. */
        MARKS,
        ENDS,
        /** Takes the end of the bar back. */
        REOPENS
    }

    /** The event that takes facts back. */
    static final String RETRACTION = "fact.retracted";

    /** Who has a seat is told by the license. */
    static final Set<String> OF_SEATS = Set.of("license.seat-assigned", "license.seat-released");

    /** Which fields of a payload name a thing. */
    private static final Map<String, List<String>> IDS = Map.of(
            "customer", List.of("customerId"),
            "license", List.of("licenseId"),
            "seat", List.of("licenseId", "userId"),
            "user", List.of("userId"),
            "training", List.of("userId", "courseId"),
            "onboarding", List.of("onboardingId"),
            "task", List.of("onboardingId", "taskId"),
            "ticket", List.of("ticketId"),
            "risk-flag", List.of("reason"),
            "case", List.of("caseId"));

    /** Which fields of the event that begins a bar say what it is. */
    private static final Map<String, List<String>> LABELS = Map.of(
            "customer", List.of("name"),
            "license", List.of("product", "plan"),
            "seat", List.of("userId"),
            "user", List.of("userId"),
            "training", List.of("courseId", "userId"),
            "onboarding", List.of("templateId"),
            "task", List.of("title"),
            "ticket", List.of("kind", "feature"),
            "risk-flag", List.of("reason"),
            "case", List.of("title"));

    /** Fields that say in one word how a thing stands after an event. */
    private static final List<String> STATES = List.of("status", "stage", "outcome");

    /** Fields with the day from which on an event holds; without one it holds from when it happened. */
    private static final List<String> DAYS =
            List.of("startsOn", "effectiveOn", "expiredOn", "churnedOn", "wonBackOn", "registeredOn");

    /** Fields with the day by which something should be over. */
    private static final List<String> PLANNED_ENDS = List.of("endsOn", "dueOn");

    private static final Map<String, Step> BY_TYPE = new HashMap<>();

    static {
        of("customer", Lane.COMMERCIAL)
                .step("registered", BEGINS, "live")
                .step("profile-changed", MARKS)
                .step("owner-assigned", MARKS)
                .step("audience-defined", MARKS)
                .step("rated", MARKS)
                .step("churned", ENDS, "churned")
                .step("exit-interviewed", MARKS)
                .step("won-back", BEGINS_AGAIN, "live");
        of("license", Lane.COMMERCIAL)
                .step("sold", BEGINS, "in force")
                .step("seats-changed", MARKS)
                .step("plan-changed", MARKS)
                .step("renewal-window-opened", MARKS, "renewal due")
                .step("renewed", RENEWS, "in force")
                .step("notice-given", MARKS, "notice given")
                .step("notice-withdrawn", MARKS, "in force")
                .step("cancelled", ENDS, "cancelled")
                .step("expired", ENDS, "expired");
        of("user", Lane.PEOPLE)
                .step("invited", BEGINS, "invited")
                .step("activated", MARKS, "active")
                .step("role-changed", MARKS)
                .step("deactivated", ENDS, "deactivated")
                .step("reactivated", BEGINS_AGAIN, "active")
                .step("erased", ENDS, "erased");
        of("training", Lane.TRAINING)
                .step("assigned", BEGINS_AGAIN, "assigned")
                .step("started", MARKS, "started")
                .step("completed", ENDS, "completed");
        of("onboarding", Lane.TASKS).step("started", BEGINS, "running").step("completed", ENDS, "completed");
        of("ticket", Lane.SUPPORT)
                .step("opened", BEGINS, "open")
                .step("classified", MARKS)
                .step("first-responded", MARKS)
                .step("status-changed", MARKS)
                .step("escalated", MARKS)
                .step("resolved", ENDS, "resolved")
                .step("reopened", REOPENS, "open")
                .step("closed", ENDS, "closed")
                .step("rated", MARKS);
        of("risk-flag", Lane.RISK).step("raised", BEGINS_AGAIN, "raised").step("cleared", ENDS, "cleared");
        of("case", Lane.INTERVENTIONS)
                .step("opened", BEGINS, "open")
                .step("stage-changed", MARKS)
                .step("intervention-logged", MARKS)
                .step("closed", ENDS, "closed");
        // A seat and a task are told of by what they are part of.
        BY_TYPE.put("license.seat-assigned", new Step("seat", Lane.PEOPLE, BEGINS_AGAIN, "assigned"));
        BY_TYPE.put("license.seat-released", new Step("seat", Lane.PEOPLE, ENDS, "released"));
        BY_TYPE.put("onboarding.task-completed", new Step("task", Lane.TASKS, ENDS, "done"));
        BY_TYPE.put("onboarding.task-skipped", new Step("task", Lane.TASKS, ENDS, "skipped"));
        BY_TYPE.put("onboarding.task-reopened", new Step("task", Lane.TASKS, REOPENS, "open"));
        BY_TYPE.put("onboarding.task-overdue", new Step("task", Lane.TASKS, MARKS, "overdue"));
    }

    private record Thing(String name, Lane lane) {

        Thing step(String verb, Effect effect) {
            return step(verb, effect, null);
        }

        Thing step(String verb, Effect effect, @Nullable String state) {
            BY_TYPE.put(name + "." + verb, new Step(name, lane, effect, state));
            return this;
        }
    }

    private static Thing of(String thing, Lane lane) {
        return new Thing(thing, lane);
    }

    /** What an event of a type means; null when it is about no thing that stands somehow, such as use. */
    static @Nullable Step of(String type) {
        return BY_TYPE.get(type);
    }

    /** The stored names of all events that mean something here. */
    static Set<String> types() {
        return Set.copyOf(BY_TYPE.keySet());
    }

    /** What the beginning of an onboarding means for each of its tasks. */
    static Step ofTask() {
        return new Step("task", Lane.TASKS, BEGINS, null);
    }

    /** An entry of the tasks of an onboarding, as if it were the payload of an event of its own. */
    static JsonNode task(JsonNode onboarding, JsonNode task) {
        return ((ObjectNode) task.deepCopy()).set("onboardingId", onboarding.path("onboardingId"));
    }

    /** What part of a customer's life events of a type are about; null when none. */
    static @Nullable Lane laneOf(String type) {
        var step = of(type);
        return step != null ? step.lane() : type.startsWith("usage.") ? Lane.USAGE : null;
    }

    /** Where it is told that a fact never happened. */
    static String retractionOf(UUID eventId) {
        return "retraction/" + eventId;
    }

    /** Id of the event that an event of a type takes back or replaces; null when none. Only facts can be. */
    static @Nullable UUID withdrawnBy(String type, JsonNode payload) {
        var field = type.equals(RETRACTION) ? "eventId" : Facts.isFact(type) ? "corrects" : null;
        var id = field == null ? null : payload.path(field).asString(null);
        return id == null ? null : UUID.fromString(id);
    }

    /** What tells a thing from all others of its kind at the customer. */
    String id(JsonNode payload) {
        return String.join(
                "/", texts(payload, IDS.getOrDefault(thing, List.of())).toList());
    }

    /** What tells a thing from all others of all customers. */
    String key(JsonNode payload) {
        var customer = lane == Lane.RISK || lane == Lane.INTERVENTIONS
                ? payload.path("customerId").asString("") + "/"
                : "";
        return thing + " " + customer + id(payload);
    }

    /** Which fields say what to call a thing of this kind. */
    List<String> labels() {
        return LABELS.getOrDefault(thing, List.of());
    }

    /** How the thing stands after an event with this payload; null when it does not say. */
    @Nullable String stateAfter(JsonNode payload) {
        return texts(payload, STATES).findFirst().orElse(state);
    }

    /** From when on an event holds: the beginning of the day that it names, or else when it happened. */
    static Instant moment(JsonNode payload, Instant occurredAt) {
        return day(payload, DAYS).orElse(occurredAt);
    }

    /** When what begins with this payload should be over; null when it does not say. */
    static @Nullable Instant plannedEnd(JsonNode payload) {
        return day(payload, PLANNED_ENDS).orElse(null);
    }

    private static Optional<Instant> day(JsonNode payload, List<String> fields) {
        return texts(payload, fields)
                .findFirst()
                .map(day -> LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    private static Stream<String> texts(JsonNode payload, List<String> fields) {
        return fields.stream().map(payload::path).filter(JsonNode::isString).map(JsonNode::stringValue);
    }
}
