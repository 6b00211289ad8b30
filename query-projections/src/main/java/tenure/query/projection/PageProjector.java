package tenure.query.projection;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
 * <p>A page that fails is done again event by event. The event that fails then is parked with all later events of its
 * customer, so that this customer stands still in this view and everybody else goes on.
 */
public final class PageProjector {

    /** Events per page: large enough to write set-wise, small enough to keep a transaction short. */
    static final int PAGE = 5_000;

    /** Positions looked at per page, where the events that are wanted are rare. */
    private static final int STRETCH = 10 * PAGE;

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
            var page = log.page(position, Math.min(head, position + STRETCH), types, PAGE, details);
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
        return inSavepoint(() -> projection.apply(happenings(waiting))) ? waiting.size() : projectOneByOne(waiting);
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
        var parked = table.parkedCustomers(projection.name());
        var open = new ArrayList<RecordedEvent>(page.size());
        for (var recorded : page) {
            if (parked.contains(ProjectionTable.customerOf(recorded))) {
                parkBehind(recorded);
            } else {
                open.add(recorded);
            }
        }
        if (!inSavepoint(() -> projection.apply(happenings(open)))) {
            projectOneByOne(open);
        }
    }

    private void parkBehind(RecordedEvent recorded) {
        table.park(projection.name(), recorded, "Waits behind an earlier event of this customer.");
    }

    private List<Happening> happenings(List<RecordedEvent> page) {
        return page.stream().map(recorded -> new Happening(recorded, decoder)).toList();
    }

    /** Returns how many events were taken in, and not parked. */
    private int projectOneByOne(List<RecordedEvent> page) {
        var taken = 0;
        var parked = new HashSet<String>();
        for (var recorded : page) {
            var customer = ProjectionTable.customerOf(recorded);
            if (parked.contains(customer)) {
                parkBehind(recorded);
                continue;
            }
            try {
                savepoint.executeWithoutResult(status -> projection.apply(happenings(List.of(recorded))));
                taken++;
            } catch (RuntimeException | StackOverflowError e) {
                throwIfTheDatabaseIsToBlame(e);
                LOG.error(
                        "Projection {} parks event {} of customer '{}'",
                        projection.name(),
                        recorded.position(),
                        customer,
                        e);
                table.park(projection.name(), recorded, e.toString());
                parked.add(customer);
            }
        }
        return taken;
    }

    private boolean inSavepoint(Runnable work) {
        try {
            savepoint.executeWithoutResult(status -> work.run());
            return true;
        } catch (RuntimeException | StackOverflowError e) {
            throwIfTheDatabaseIsToBlame(e);
            return false;
        }
    }

    /** A database that is away is not the event's fault: the page is tried again later. */
    private static void throwIfTheDatabaseIsToBlame(Throwable e) {
        if (e instanceof RuntimeException failure && DatabaseOutage.isBehind(failure)) {
            throw failure;
        }
    }
}
