package tenure.query.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import tenure.query.history.HistoryEvent.FieldChange;
import tools.jackson.databind.JsonNode;

/** A thing such as a ticket or a license, as the events that count say that it is. */
final class Thing {

    /** Says which thing and when, and not how it stands. */
    private static final Set<String> NO_STATE = Set.of(
            "customerId",
            "licenseId",
            "userId",
            "courseId",
            "onboardingId",
            "taskId",
            "ticketId",
            "caseId",
            "occurredAt",
            "corrects",
            "removed");

    private record Told(UUID eventId, Step step, JsonNode payload) {}

    private final List<Told> told = new ArrayList<>();
    private SortedMap<String, String> state = new TreeMap<>();

    /** Its fields by name; a later state is another map. */
    SortedMap<String, String> state() {
        return state;
    }

    void tell(UUID eventId, Step step, JsonNode payload) {
        var one = new Told(eventId, step, payload);
        told.add(one);
        state = new TreeMap<>(state);
        apply(one, state);
    }

    /** From now on the event has never been told. */
    void withdraw(UUID eventId) {
        if (told.removeIf(one -> one.eventId().equals(eventId))) {
            state = new TreeMap<>();
            told.forEach(one -> apply(one, state));
        }
    }

    private static void apply(Told one, Map<String, String> state) {
        flatten("", one.payload(), state::put);
        for (var removed : one.payload().path("removed")) {
            state.remove("profile." + removed.asString());
        }
        var word = one.step().stateAfter(one.payload());
        if (word != null) {
            state.put("state", word);
        }
    }

    private static void flatten(String prefix, JsonNode node, BiConsumer<String, String> receiver) {
        node.properties().forEach(entry -> {
            var field = prefix + entry.getKey();
            var value = entry.getValue();
            if (value.isObject()) {
                flatten(field + ".", value, receiver);
            } else if (!value.isNull() && !NO_STATE.contains(field)) {
                receiver.accept(field, value.isValueNode() ? value.asString() : value.toString());
            }
        });
    }

    /** What is different, by field. */
    static List<FieldChange> difference(Map<String, String> before, Map<String, String> after) {
        return new TreeSet<>(Stream.concat(before.keySet().stream(), after.keySet().stream())
                        .toList())
                .stream()
                        .filter(field -> !Objects.equals(before.get(field), after.get(field)))
                        .map(field -> new FieldChange(field, before.get(field), after.get(field)))
                        .toList();
    }
}
