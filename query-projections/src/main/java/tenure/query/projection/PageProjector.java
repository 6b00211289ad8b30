package tenure.query.projection;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;
import tenure.eventstore.read.DatabaseOutage;
import tenure.eventstore.read.Detail;
import tenure.eventstore.read.EventDecoder;
import tenure.eventstore.read.EventLog;
import tenure.eventstore.read.RecordedEvent;
import tenure.query.projection.Projection.Happening;

/**
 * Takes one projection forward, a page at a time. Rows, position and parked events of a page commit together.
 *
 * <p>A page that fails is done again in halves. The event that fails alone is parked with all later events of its
 * customer, so that this customer stands still in this view and everybody else goes on.
 */
public final class PageProjector {

    /** Events per page: large enough to write set-wise, small enough to keep a transaction short. */
    static final int PAGE = 5_000;

    /** Events per page while far behind: what is written is written for many events at once. */
    private static final int LARGE_PAGE = 40_000;

    /** So many times as many positions are looked at per page, where the events that are wanted are rare. */
    private static final int STRETCH = 10;

    private static final Logger LOG = LoggerFactory.getLogger(PageProjector.class);

    private final Projection projection;
    private final EventLog log;
    private final EventDecoder decoder;
    private final ProjectionTable table;
    private final TransactionTemplate transaction;
    private final TransactionTemplate savepoint;
    private final Set<String> types;
    private final Set<Detail> details;

    PageProjector(
            Projection projection,
            EventLog log,
            EventDecoder decoder,
            ProjectionTable table,
            TransactionTemplate transaction,
            TransactionTemplate savepoint) {
        this.projection = projection;
        this.log = log;
        this.decoder = decoder;
        this.table = table;
        this.transaction = transaction;
        this.savepoint = savepoint;
        this.types = decoder.namesOf(projection.events());
        this.details = projection.details();
        table.register(projection.name());
    }

    String name() {
        return projection.name();
    }

    /** Projects the next page. Returns the new position, which is the old one when there was nothing to do. */
    public long step() {
        var reached = transaction.execute(status -> {
            var position = table.lock(projection.name());
            var head = log.head();
            if (head <= position) {
                return position;
            }
            var most = head - position > LARGE_PAGE ? LARGE_PAGE : PAGE;
            var page = log.page(position, Math.min(head, position + (long) STRETCH * most), types, most, details);
            project(page.events());
            table.move(projection.name(), page.reached());
            return page.reached();
        });
        return reached == null ? 0 : reached;
    }

    /**
     * Takes in the parked events of a customer, oldest first, until one fails again: that one and those behind it are
     * parked as before. Returns how many were taken in.
     */
    long retry(String customerId) {
        long before;
        long taken = 0;
        do {
            before = taken;
            var more = transaction.execute(status -> retryPage(customerId));
            taken += more == null ? 0 : more;
        } while (taken >= before + PAGE);
        return taken;
    }

    private long retryPage(String customerId) {
        table.lock(projection.name());
        var positions = table.parkedPositions(projection.name(), customerId, PAGE);
        var waiting = log.at(positions);
        table.unpark(projection.name(), positions);
        return take(waiting, new HashSet<>());
    }

    /** Leaves a parked event out of the view for good. Returns false when it is not parked. */
    boolean discard(long position) {
        var discarded = transaction.execute(status -> {
            table.lock(projection.name());
            return table.unpark(projection.name(), List.of(position));
        });
        return discarded != null && discarded > 0;
    }

    private void project(List<RecordedEvent> page) {
        take(page, table.parkedCustomers(projection.name()));
    }

    private void parkBehind(RecordedEvent recorded) {
        table.park(projection.name(), recorded, "Waits behind an earlier event of this customer.");
    }

    private List<Happening> happenings(List<RecordedEvent> page) {
        var happenings =
                page.stream().map(recorded -> new Happening(recorded, decoder)).toList();
        if (page.size() > PAGE && details.contains(Detail.PAYLOAD)) {
            // Far behind, a projection is busy with nothing so much as with reading payloads, which all processors can
            // do.
            happenings.parallelStream().forEach(Happening::read);
        }
        return happenings;
    }

    /**
     * Takes in what can be digested. What fails is halved until the events that are to blame stand alone.
     *
     * @param parked customers that stand still; those of the events that fail join them
     * @return how many events were taken in, and not parked
     */
    private int take(List<RecordedEvent> events, Set<String> parked) {
        var open = new ArrayList<RecordedEvent>(events.size());
        for (var recorded : events) {
            if (parked.contains(ProjectionTable.customerOf(recorded))) {
                parkBehind(recorded);
            } else {
                open.add(recorded);
            }
        }
        if (open.isEmpty()) {
            return 0;
        }
        var failure = inSavepoint(() -> projection.apply(happenings(open)));
        if (failure == null) {
            return open.size();
        }
        if (open.size() > 1) {
            var half = open.size() / 2;
            return take(open.subList(0, half), parked) + take(open.subList(half, open.size()), parked);
        }
        park(open.getFirst(), failure);
        parked.add(ProjectionTable.customerOf(open.getFirst()));
        return 0;
    }

    private void park(RecordedEvent recorded, Throwable failure) {
        LOG.error(
                "Projection {} parks event {} of customer '{}'",
                projection.name(),
                recorded.position(),
                ProjectionTable.customerOf(recorded),
                failure);
        table.park(projection.name(), recorded, failure.toString());
    }

    /** Returns why the work failed and was undone; null when it was done. */
    private @Nullable Throwable inSavepoint(Runnable work) {
        try {
            savepoint.executeWithoutResult(status -> work.run());
            return null;
        } catch (RuntimeException | StackOverflowError e) {
            throwIfTheDatabaseIsToBlame(e);
            return e;
        }
    }

    /** A database that is away is not the event's fault: the page is tried again later. */
    private static void throwIfTheDatabaseIsToBlame(Throwable e) {
        if (e instanceof RuntimeException failure && DatabaseOutage.isBehind(failure)) {
            throw failure;
        }
    }
}
