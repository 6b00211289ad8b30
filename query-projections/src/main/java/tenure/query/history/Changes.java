package tenure.query.history;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tenure.eventstore.read.AuditLog;
import tenure.eventstore.read.Detail;
import tenure.eventstore.read.EventLog;
import tenure.eventstore.read.RecordedEvent;
import tenure.query.history.HistoryEvent.FieldChange;
import tenure.query.shared.Facts;
import tools.jackson.databind.json.JsonMapper;

/**
 * What events changed: how a thing stood before and after. Before is what the log had recorded of the thing until then, so
 * that a page of an audit reads as it came to be known; what had been taken back by then does not count.
 */
@Component
class Changes {

    /** Of the events that follow the oldest use on a page, those among which its correction is looked for. */
    private static final int LOOKED_AT_FOR_CORRECTIONS = 1_000;

    private final EventLog log;
    private final AuditLog audit;
    private final JsonMapper json;

    Changes(EventLog log, AuditLog audit, JsonMapper json) {
        this.log = log;
        this.audit = audit;
        this.json = json;
    }

    /**
     * What an event did.
     *
     * @param withdraws   position of the fact that it takes back; null when none
     * @param withdrawnBy position of the event that takes it back; null when none
     * @param state       fields of its thing afterwards
     */
    record Effect(
            List<FieldChange> changes,
            @Nullable Long withdraws,
            @Nullable Long withdrawnBy,
            Map<String, String> state) {}

    /** What each event of a page did, by position; what was recorded after a position does not count. */
    Map<Long, Effect> of(List<RecordedEvent> page, long upTo) {
        var events = new TreeMap<Long, RecordedEvent>();
        add(events, page);
        var named = page.stream().flatMap(event -> named(event).stream()).collect(toSet());
        if (!named.isEmpty()) {
            add(events, log.withIds(named, Detail.ALL));
        }
        add(events, audit.ofStreams(streams(events.values()), types(events.values()), upTo));
        add(events, audit.ofStreams(retractions(events.values()), Set.of(Step.RETRACTION), upTo));
        add(events, corrections(page, upTo));
        return walk(events, page.stream().map(RecordedEvent::position).collect(toSet()));
    }

    private static void add(SortedMap<Long, RecordedEvent> events, List<RecordedEvent> more) {
        more.forEach(event -> events.put(event.position(), event));
    }

    private Set<UUID> named(RecordedEvent event) {
        var withdrawn = Step.withdrawnBy(event.type(), json.readTree(event.payload()));
        return withdrawn == null ? Set.of() : Set.of(withdrawn);
    }

    private static Set<String> streams(Collection<RecordedEvent> events) {
        return events.stream()
                .filter(event -> Step.of(event.type()) != null)
                .map(RecordedEvent::stream)
                .collect(toSet());
    }

    /** The seats of a license are many, and read only where one of them is asked about. */
    private static Set<String> types(Collection<RecordedEvent> events) {
        var types = new HashSet<>(Step.types());
        if (events.stream().noneMatch(event -> Step.OF_SEATS.contains(event.type()))) {
            types.removeAll(Step.OF_SEATS);
        }
        return types;
    }

    private static Set<String> retractions(Collection<RecordedEvent> events) {
        return events.stream()
                .filter(event -> Facts.isFact(event.type()))
                .map(event -> Step.retractionOf(event.eventId()))
                .collect(toSet());
    }

    /** Other facts are corrected in their own stream; uses of all users of a customer share one that is too long. */
    private List<RecordedEvent> corrections(List<RecordedEvent> page, long upTo) {
        return page.stream()
                .filter(event -> event.customerId() != null && event.type().startsWith("usage."))
                .collect(toMap(RecordedEvent::customerId, RecordedEvent::position, Math::min))
                .entrySet()
                .stream()
                .flatMap(oldest ->
                        audit.corrections(oldest.getKey(), oldest.getValue(), upTo, LOOKED_AT_FOR_CORRECTIONS).stream())
                .toList();
    }

    private Map<Long, Effect> walk(SortedMap<Long, RecordedEvent> events, Set<Long> wanted) {
        var effects = new HashMap<Long, Effect>();
        var things = new HashMap<String, Thing>();
        var thingOf = new HashMap<UUID, Thing>();
        var facts = new HashMap<UUID, Long>();
        for (var event : events.values()) {
            var payload = json.readTree(event.payload());
            var step = Step.of(event.type());
            var withdrawn = Step.withdrawnBy(event.type(), payload);
            var withdraws = withdrawn == null ? null : facts.get(withdrawn);
            var taken = withdraws == null || withdrawn == null ? null : thingOf.get(withdrawn);
            var own = step == null ? null : things.computeIfAbsent(step.key(payload), key -> new Thing());
            var thing = own == null ? taken : own;
            var before = thing == null ? Map.<String, String>of() : thing.state();
            if (taken != null && withdrawn != null) {
                taken.withdraw(withdrawn);
            }
            if (own != null && step != null) {
                own.tell(event.eventId(), step, payload);
                thingOf.put(event.eventId(), own);
            }
            if (Facts.isFact(event.type())) {
                facts.put(event.eventId(), event.position());
            }
            if (withdraws != null) {
                effects.computeIfPresent(withdraws, (position, effect) -> withdrawn(effect, event.position()));
            }
            if (wanted.contains(event.position())) {
                var after = thing == null ? Map.<String, String>of() : thing.state();
                effects.put(event.position(), new Effect(Thing.difference(before, after), withdraws, null, after));
            }
        }
        return effects;
    }

    private static Effect withdrawn(Effect effect, long by) {
        return effect.withdrawnBy() != null
                ? effect
                : new Effect(effect.changes(), effect.withdraws(), by, effect.state());
    }
}
