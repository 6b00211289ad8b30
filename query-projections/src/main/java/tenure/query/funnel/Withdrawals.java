package tenure.query.funnel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tenure.domain.correction.event.FactRetracted;
import tenure.domain.support.event.TicketClassified;
import tenure.domain.support.event.TicketClosed;
import tenure.domain.support.event.TicketEscalated;
import tenure.domain.support.event.TicketFirstResponded;
import tenure.domain.support.event.TicketOpened;
import tenure.domain.support.event.TicketRated;
import tenure.domain.support.event.TicketReopened;
import tenure.domain.support.event.TicketResolved;
import tenure.domain.support.event.TicketStatusChanged;
import tenure.domain.training.event.TrainingCompleted;
import tenure.domain.training.event.TrainingStarted;
import tenure.domain.usage.event.FeatureUsed;
import tenure.domain.usage.event.LoggedOn;
import tenure.domain.usage.event.UsageDayReported;
import tenure.eventstore.read.EventLog;
import tenure.eventstore.read.RecordedEvent;
import tenure.query.shared.Facts;

/**
 * What the events of a page take back. Only facts can be: they were reported, and the report was wrong. A decision
 * stands, whatever is said of it. What was said to be wrong stays so, even if the event that said it is taken back.
 */
final class Withdrawals {

    /** A fact that does not count from a position on. */
    record Withdrawn(RecordedEvent fact, long by) {}

    private final Map<UUID, List<Long>> wanted = new HashMap<>();

    /** Notes what an event takes back, if anything. */
    void add(Object event, long position) {
        var eventId = withdraws(event);
        if (eventId != null) {
            wanted.computeIfAbsent(UUID.fromString(eventId), id -> new ArrayList<>())
                    .add(position);
        }
    }

    /** The facts meant. An event can take back only what was in the log before it. */
    List<Withdrawn> of(EventLog log) {
        if (wanted.isEmpty()) {
            return List.of();
        }
        var withdrawn = new ArrayList<Withdrawn>();
        for (var fact : log.withIds(wanted.keySet(), Set.of())) {
            for (var by : wanted.getOrDefault(fact.eventId(), List.of())) {
                if (Facts.isFact(fact.type()) && fact.position() < by) {
                    withdrawn.add(new Withdrawn(fact, by));
                }
            }
        }
        return withdrawn;
    }

    private static @Nullable String withdraws(Object event) {
        return switch (event) {
            case FactRetracted retracted -> retracted.eventId();
            case LoggedOn fact -> fact.corrects();
            case FeatureUsed fact -> fact.corrects();
            case UsageDayReported fact -> fact.corrects();
            case TrainingStarted fact -> fact.corrects();
            case TrainingCompleted fact -> fact.corrects();
            case TicketOpened fact -> fact.corrects();
            case TicketClassified fact -> fact.corrects();
            case TicketFirstResponded fact -> fact.corrects();
            case TicketStatusChanged fact -> fact.corrects();
            case TicketEscalated fact -> fact.corrects();
            case TicketResolved fact -> fact.corrects();
            case TicketReopened fact -> fact.corrects();
            case TicketClosed fact -> fact.corrects();
            case TicketRated fact -> fact.corrects();
            default -> null;
        };
    }
}
