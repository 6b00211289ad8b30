package tenure.command.segment;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tenure.command.catalogue.Times;
import tenure.command.problem.ProblemException;
import tenure.domain.shared.InvalidValue;
import tenure.domain.shared.Label;
import tenure.domain.usage.FeatureName;
import tools.jackson.databind.JsonNode;

/**
 * One call in the form of Segment's tracking API, as far as Tenure reads it.
 *
 * @param messageId  what makes it safe to repeat; null when it was not sent
 * @param userId     who did it; null when nobody is named, not even anonymously
 * @param named      whether the user is named, not an anonymous visitor
 * @param customerId the group it says it belongs to; null when it does not say
 * @param occurredAt when it happened, by our clock; never later than its receipt
 */
record SegmentCall(
        Type type,
        @Nullable String messageId,
        @Nullable String userId,
        boolean named,
        @Nullable String customerId,
        Instant occurredAt,
        JsonNode content) {

    /** What can be called. */
    enum Type {
        TRACK,
        IDENTIFY,
        GROUP,
        PAGE,
        SCREEN,
        ALIAS
    }

    /** Names of track calls that are a log-on, in lower case and without anything but letters. */
    private static final Set<String> LOG_ONS =
            Set.of("signedin", "loggedin", "loggedon", "signin", "login", "logon", "usersignedin", "userloggedin");

    /** Reads the call, or says what is wrong with it. */
    static SegmentCall read(JsonNode call, @Nullable String path, JsonNode sentAtOfBatch, Instant receivedAt) {
        if (!call.isObject()) {
            throw ProblemException.badRequest("", "WRONG_TYPE", "Must be an object.");
        }
        Type type = type(path == null ? call.path("type").asString("") : path);
        String userId = SegmentIds.of(call.path("userId"));
        JsonNode sentAt = call.hasNonNull("sentAt") ? call.get("sentAt") : sentAtOfBatch;
        JsonNode messageId = call.path("messageId");
        return new SegmentCall(
                type,
                messageId.isString() && !messageId.stringValue().isEmpty() ? messageId.stringValue() : null,
                userId == null ? SegmentIds.ofAnonymous(call.path("anonymousId")) : userId,
                userId != null,
                customer(call, type),
                occurredAt(call, sentAt, receivedAt),
                call);
    }

    /** A trait that is one line of text or a number; null when it is not there or something else. */
    @Nullable String trait(String name) {
        return label(content.path("traits").path(name));
    }

    /** What a track, page or screen call counts as the use of. A page without a name still tells that somebody was there. */
    String feature() {
        String field = type == Type.TRACK ? "event" : "name";
        String name = content.path(field).asString("");
        if (name.isBlank()) {
            return switch (type) {
                case PAGE -> "Page viewed";
                case SCREEN -> "Screen viewed";
                default -> throw ProblemException.badRequest("/event", "MISSING", "The name of the event is required.");
            };
        }
        try {
            return new FeatureName(name).value();
        } catch (InvalidValue invalid) {
            throw ProblemException.badRequest("/" + field, invalid.code(), invalid.detail());
        }
    }

    boolean isLogOn() {
        return type == Type.TRACK
                && LOG_ONS.contains(feature().toLowerCase(Locale.ROOT).replaceAll("[^a-z]", ""));
    }

    private static Type type(String word) {
        for (Type type : Type.values()) {
            if (type.name().toLowerCase(Locale.ROOT).equals(word)) {
                return type;
            }
        }
        throw ProblemException.badRequest(
                "/type", "UNKNOWN_WORD", "Must be one of: track, identify, group, page, screen, alias.");
    }

    private static @Nullable String customer(JsonNode call, Type type) {
        String group = SegmentIds.of(call.path("groupId"));
        if (group == null) {
            group = SegmentIds.of(call.path("context").path("groupId"));
        }
        if (group == null && type == Type.IDENTIFY) {
            JsonNode traits = call.path("traits");
            group = SegmentIds.of(traits.path("groupId"));
            group = group == null ? SegmentIds.of(traits.path("company").path("id")) : group;
        }
        return group;
    }

    /** What the sender's clock is wrong by shows in when it says it sent the call, which was just now. */
    private static Instant occurredAt(JsonNode call, JsonNode sentAt, Instant receivedAt) {
        Instant told = time(call.path("timestamp"), "/timestamp");
        Instant sent = time(sentAt, "/sentAt");
        if (told == null) {
            return receivedAt;
        }
        Instant ours = sent == null ? told : receivedAt.minus(Duration.between(told, sent));
        return ours.isBefore(receivedAt) ? ours : receivedAt;
    }

    private static @Nullable Instant time(JsonNode time, String pointer) {
        if (time.isMissingNode() || time.isNull()) {
            return null;
        }
        try {
            return Times.instant(time.asString(""));
        } catch (InvalidValue invalid) {
            throw ProblemException.badRequest(pointer, invalid.code(), invalid.detail());
        }
    }

    private static @Nullable String label(JsonNode trait) {
        if (!trait.isString() && !trait.isNumber()) {
            return null;
        }
        try {
            return new Label(trait.asString().strip()).value();
        } catch (InvalidValue noLabel) {
            return null;
        }
    }
}
