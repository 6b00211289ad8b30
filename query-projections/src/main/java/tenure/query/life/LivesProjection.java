package tenure.query.life;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tenure.domain.EventCatalogue;
import tenure.domain.correction.event.FactRetracted;
import tenure.domain.funnel.event.FunnelEvent;
import tenure.domain.onboarding.event.OnboardingTemplateEvent;
import tenure.domain.risk.event.RiskModelEvent;
import tenure.domain.segment.event.SegmentEvent;
import tenure.domain.support.event.TicketEvent;
import tenure.domain.training.event.CourseEvent;
import tenure.domain.training.event.TrainingCompleted;
import tenure.domain.training.event.TrainingStarted;
import tenure.domain.usage.event.FeatureCataloged;
import tenure.domain.usage.event.FeatureUsed;
import tenure.domain.usage.event.LoggedOn;
import tenure.domain.usage.event.UsageDayReported;
import tenure.eventstore.read.Detail;
import tenure.eventstore.read.EventLog;
import tenure.eventstore.read.RecordedEvent;
import tenure.query.projection.Projection;
import tenure.query.shared.Facts;

/**
 * Packs every customer's events. A fact that is withdrawn, or replaced by another, stays; beside it stands from which
 * position on it counts no more. Facts whose customer nobody knew are kept apart from all others.
 */
@Component
public class LivesProjection implements Projection {

    /** Its name in addresses and tables. */
    public static final String NAME = "lives";

    private final LifeTable table;
    private final EventLog log;

    LivesProjection(LifeTable table, EventLog log) {
        this.table = table;
        this.log = log;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> tables() {
        return Set.of("life");
    }

    @Override
    public Collection<Class<?>> events() {
        return EventCatalogue.events();
    }

    @Override
    public void apply(List<Happening> page) {
        var entries = new TreeMap<String, List<Chunk.Entry>>();
        var withdrawals = new HashMap<UUID, List<Long>>();
        for (var happening : page) {
            var event = happening.event();
            var withdrawn = withdrawn(event);
            if (withdrawn != null) {
                withdrawals
                        .computeIfAbsent(UUID.fromString(withdrawn), id -> new ArrayList<>())
                        .add(happening.position());
            }
            var customerId = ownerOf(event, happening.recorded());
            if (customerId != null && !(event instanceof FactRetracted)) {
                var recorded = happening.recorded();
                entries.computeIfAbsent(customerId, id -> new ArrayList<>())
                        .add(new LifeEvent(
                                recorded.position(),
                                recorded.occurredAt(),
                                Delay.of(recorded.occurredAt(), recorded.recordedAt()),
                                event));
            }
        }
        addWithdrawals(withdrawals, entries);
        write(entries);
    }

    /** In whose life an event is kept; null when in none. */
    private static @Nullable String ownerOf(Object event, RecordedEvent recorded) {
        return isDefinition(event) ? Life.DEFINITIONS : ownerOf(recorded);
    }

    private static @Nullable String ownerOf(RecordedEvent recorded) {
        return recorded.customerId() == null && Facts.isFact(recorded.type()) ? Life.NOBODY : recorded.customerId();
    }

    private static boolean isDefinition(Object event) {
        return event instanceof FeatureCataloged
                || event instanceof CourseEvent
                || event instanceof OnboardingTemplateEvent
                || event instanceof FunnelEvent
                || event instanceof SegmentEvent
                || event instanceof RiskModelEvent;
    }

    /** The id of the event that counts no more; null when this one takes nothing back. */
    private static @Nullable String withdrawn(Object event) {
        return switch (event) {
            case FactRetracted retracted -> retracted.eventId();
            case LoggedOn fact -> fact.corrects();
            case FeatureUsed fact -> fact.corrects();
            case UsageDayReported fact -> fact.corrects();
            case TrainingStarted fact -> fact.corrects();
            case TrainingCompleted fact -> fact.corrects();
            case TicketEvent fact -> fact.corrects();
            default -> null;
        };
    }

    /** Only what was recorded before can be withdrawn, so that it does not matter when this is looked up. */
    private void addWithdrawals(Map<UUID, List<Long>> withdrawals, Map<String, List<Chunk.Entry>> entries) {
        if (withdrawals.isEmpty()) {
            return;
        }
        for (RecordedEvent fact : log.withIds(withdrawals.keySet(), Set.<Detail>of())) {
            var customerId = ownerOf(fact);
            if (customerId == null || !Facts.isFact(fact.type())) {
                continue;
            }
            for (long position : withdrawals.getOrDefault(fact.eventId(), List.of())) {
                if (fact.position() < position) {
                    entries.computeIfAbsent(customerId, id -> new ArrayList<>())
                            .add(new Chunk.Withdrawal(position, fact.position()));
                }
            }
        }
    }

    private void write(Map<String, List<Chunk.Entry>> entries) {
        var rows = new ArrayList<LifeTable.Row>();
        var tails = table.tails(entries.keySet());
        entries.forEach((customerId, added) -> append(customerId, tails.get(customerId), added, rows));
        table.write(rows);
    }

    private void append(
            String customerId, LifeTable.@Nullable Row tail, List<Chunk.Entry> added, List<LifeTable.Row> rows) {
        var number = tail == null ? 1 : tail.number();
        var last = tail == null ? 0 : tail.lastPosition();
        var chunk = tail == null ? Chunk.empty() : Chunk.of(tail.packed());
        var fresh = tail == null ? added : unknown(tail, added);
        for (var entry : fresh) {
            if (chunk.isFull()) {
                rows.add(new LifeTable.Row(customerId, number, last, chunk.packed()));
                number++;
                chunk = Chunk.empty();
            }
            chunk.add(entry);
            last = Math.max(last, entry.position());
        }
        if (!fresh.isEmpty()) {
            rows.add(new LifeTable.Row(customerId, number, last, chunk.packed()));
        }
    }

    /** Those entries that are not there yet. What lies before the end of a life may be: it is looked for. */
    private List<Chunk.Entry> unknown(LifeTable.Row tail, List<Chunk.Entry> added) {
        if (added.stream().allMatch(entry -> entry.position() > tail.lastPosition())) {
            return added;
        }
        var known = new HashSet<String>();
        table.rows(Set.of(tail.customerId()), row -> Chunk.read(row.packed(), entry -> known.add(key(entry))));
        return added.stream().filter(entry -> !known.contains(key(entry))).toList();
    }

    /** What tells an entry from all others of its customer. */
    private static String key(Chunk.Entry entry) {
        return switch (entry) {
            case LifeEvent event -> String.valueOf(event.position());
            case Chunk.Withdrawal withdrawal -> withdrawal.position() + " takes back " + withdrawal.factPosition();
        };
    }
}
