package tenure.eventstore.read;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which events a reader looks for. What is null, or empty, does not matter.
 *
 * @param customerId  only events of this customer
 * @param userId      only events that name this user
 * @param types       stored names
 * @param actor       who did it
 * @param correlation what it belongs to
 * @param text        part of the payload, in any case
 * @param from        first moment of occurrence that counts
 * @param until       first moment of occurrence that does not count any more
 */
public record LogFilter(
        @Nullable String customerId,
        @Nullable String userId,
        Set<String> types,
        @Nullable String actor,
        @Nullable String correlation,
        @Nullable String text,
        @Nullable Instant from,
        @Nullable Instant until) {

    /** All events of a customer. */
    public static LogFilter ofCustomer(String customerId) {
        return new LogFilter(customerId, null, Set.of(), null, null, null, null, null);
    }

    /** All events that name a user. */
    public static LogFilter ofUser(String userId) {
        return new LogFilter(null, userId, Set.of(), null, null, null, null, null);
    }

    /** All that belongs together, of whomever it is. */
    public static LogFilter ofCorrelation(@Nullable String customerId, String correlation) {
        return new LogFilter(customerId, null, Set.of(), null, correlation, null, null, null);
    }

    /** The same, of these types only. */
    public LogFilter ofTypes(Collection<String> names) {
        return new LogFilter(customerId, userId, Set.copyOf(names), actor, correlation, text, from, until);
    }

    /** The same, as far as it occurred before a moment. */
    public LogFilter until(Instant moment) {
        return new LogFilter(customerId, userId, types, actor, correlation, text, from, moment);
    }

    /** The condition that an index answers; empty when none does. */
    String indexed() {
        return customerId != null ? "e.customer_id = :customer" : userId != null ? "e.user_id = :user" : "";
    }

    /** Names and values of all conditions, on {@code event e} and {@code event_type t}. */
    Map<String, Object> conditions() {
        Map<String, Object> conditions = new LinkedHashMap<>();
        put(conditions, "e.customer_id = :customer", customerId);
        put(conditions, "e.user_id = :user", userId);
        put(conditions, "t.name = any (:types)", types.isEmpty() ? null : types.toArray(String[]::new));
        put(conditions, "e.actor = :actor", actor);
        put(conditions, "e.correlation_id = :correlation", correlation);
        put(conditions, "e.occurred_at >= :from", from == null ? null : from.atOffset(ZoneOffset.UTC));
        put(conditions, "e.occurred_at < :until", until == null ? null : until.atOffset(ZoneOffset.UTC));
        put(conditions, "strpos(lower(convert_from(e.payload, 'UTF8')), lower(:text)) > 0", text);
        return conditions;
    }

    private static void put(Map<String, Object> conditions, String condition, @Nullable Object value) {
        if (value != null) {
            conditions.put(condition, value);
        }
    }

    /** The name of the one value in a condition. */
    static String valueIn(String condition) {
        return condition.replaceFirst(".*:(\\w+).*", "$1");
    }
}
