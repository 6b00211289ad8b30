package tenure.query.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tenure.eventstore.read.RecordedEvent;
import tenure.query.history.Step.Effect;
import tenure.query.history.Timeline.Bar;
import tools.jackson.databind.JsonNode;

/** Folds events, in the order in which they hold, into the bars of their things. */
final class Bars {

    /** A bar in the making. */
    private static final class Growing {
        private final Step step;
        private final String id;
        private final Instant start;
        private final Map<String, String> called;
        private final List<Long> positions = new ArrayList<>();
        private @Nullable Instant end;
        private @Nullable Instant plannedEnd;
        private @Nullable String state;
        private int reopened;
        private long late;

        Growing(Step step, String id, Instant start, Map<String, String> called) {
            this.step = step;
            this.id = id;
            this.start = start;
            this.called = called;
        }
    }

    private final Map<String, List<Growing>> byThing = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> called = new HashMap<>();

    /**
     * Adds an event.
     *
     * @param at from when on it holds
     */
    void add(Step step, RecordedEvent event, JsonNode payload, Instant at) {
        var key = step.key(payload);
        var bars = byThing.computeIfAbsent(key, thing -> new ArrayList<>());
        var names = called.computeIfAbsent(key, thing -> new HashMap<>());
        step.labels().forEach(field -> {
            if (payload.path(field).isString()) {
                names.put(field, payload.path(field).stringValue());
            }
        });
        if (step.effect() == Effect.RENEWS && !bars.isEmpty()) {
            end(bars.getLast(), at, "renewed");
        }
        if (beginsOne(step.effect(), bars)) {
            bars.add(new Growing(step, step.id(payload), at, names));
        }
        grow(bars.getLast(), step, event, payload, at);
        if (step.thing().equals("license") && step.effect() == Effect.ENDS) {
            seatsOf(bars.getLast().id).forEach(seat -> end(seat, at, "license " + step.state()));
        }
    }

    private static boolean beginsOne(Effect effect, List<Growing> bars) {
        return bars.isEmpty()
                || effect == Effect.RENEWS
                || (effect == Effect.BEGINS_AGAIN && bars.getLast().end != null);
    }

    private static void grow(Growing bar, Step step, RecordedEvent event, JsonNode payload, Instant at) {
        bar.positions.add(event.position());
        bar.late = Math.max(bar.late, HistoryEvent.daysLate(event));
        bar.state = orElse(step.stateAfter(payload), bar.state);
        switch (step.effect()) {
            case BEGINS, BEGINS_AGAIN, RENEWS -> bar.plannedEnd = orElse(Step.plannedEnd(payload), bar.plannedEnd);
            case ENDS -> bar.end = at;
            case REOPENS -> {
                bar.end = null;
                bar.reopened++;
            }
            case MARKS -> {}
        }
    }

    private static <T> @Nullable T orElse(@Nullable T told, @Nullable T before) {
        return told == null ? before : told;
    }

    private static void end(Growing bar, Instant at, String state) {
        if (bar.end == null) {
            bar.end = at;
            bar.state = state;
        }
    }

    private Stream<Growing> seatsOf(String licenseId) {
        return byThing.entrySet().stream()
                .filter(thing -> thing.getKey().startsWith("seat " + licenseId + "/"))
                .map(thing -> thing.getValue().getLast());
    }

    /** The bars as they stand at a moment: a term is over with its last day, and what ends later is open. */
    Stream<Map.Entry<Lane, Bar>> at(Instant now) {
        return byThing.values().stream().flatMap(List::stream).map(bar -> {
            var isTerm = bar.step.thing().equals("license");
            var planned = bar.plannedEnd;
            if (isTerm && planned != null && !planned.isAfter(now)) {
                end(bar, planned, "ended");
            }
            var isOver = bar.end != null && !bar.end.isAfter(now);
            return Map.entry(
                    bar.step.lane(),
                    new Bar(
                            bar.step.thing(),
                            bar.id,
                            label(bar),
                            bar.start,
                            isOver ? bar.end : null,
                            isOver || bar.end == null ? planned : bar.end,
                            bar.state,
                            bar.reopened,
                            bar.late,
                            List.copyOf(bar.positions)));
        });
    }

    private static String label(Growing bar) {
        return String.join(
                " · ",
                bar.step.labels().stream()
                        .map(bar.called::get)
                        .filter(Objects::nonNull)
                        .toList());
    }
}
