package tenure.query.shared.cloudevents;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import tenure.eventstore.read.Detail;
import tenure.eventstore.read.EventDecoder;
import tenure.eventstore.read.EventLog;
import tenure.eventstore.read.LogPage;
import tenure.eventstore.read.RecordedEvent;
import tenure.query.shared.Near;
import tenure.query.shared.Refusals;

/**
 * Reads the log forward for whoever takes events out of the house. One call does a bounded amount of work, however rare
 * the wanted events are, and says how far it came.
 */
@Component
public class EventPages {

    /** Events per statement: what a reader holds in memory at most. */
    public static final int CHUNK = 100;

    /** Characters of data after which a page ends, with the event that goes beyond. */
    public static final int MOST_DATA = 1 << 20;

    /** Positions looked at per statement where the wanted types are rare. */
    private static final int STRETCH = 50_000;

    /** Any number of readers share so many connections: the pool has others to serve. */
    private final Semaphore connections = new Semaphore(4, true);

    private final EventLog log;
    private final Set<String> types;
    private final String source;

    EventPages(EventLog log, EventDecoder decoder) {
        this.log = log;
        this.types = decoder.namesOf(List.of(Object.class));
        this.source = "urn:tenure:log:" + log.id();
    }

    /**
     * A page of the feed.
     *
     * @param reached all that is wanted up to here is in this page or was in earlier ones; from here the next goes on
     * @param head    position of the last event of the log when it was read
     */
    public record Page(List<CloudEvent> events, long reached, long head) {

        /** Characters of data. */
        public long size() {
            return events.stream().mapToLong(event -> event.data().length()).sum();
        }

        /** Whether there is nothing behind this page yet. */
        public boolean isLast() {
            return reached >= head;
        }
    }

    /** Position of the last event of the log. */
    public long head() throws InterruptedException {
        return connected(log::head);
    }

    /** What stands for this log as the source of events. */
    public String source() {
        return source;
    }

    /**
     * The first wanted events behind a position; fewer than there are when they are large.
     *
     * @param limit 1 to {@link #CHUNK}
     */
    public Page after(long position, EventFilter filter, int limit) throws InterruptedException {
        return connected(() -> {
            var head = log.head();
            if (head <= position) {
                return new Page(List.of(), position, head);
            }
            var page = page(position, head, filter, limit);
            var events = new ArrayList<CloudEvent>(page.events().size());
            long size = 0;
            for (var event : page.events()) {
                if (filter.wantsType(event.type())) {
                    if (size >= MOST_DATA) {
                        return new Page(events, events.getLast().position(), head);
                    }
                    var wanted = CloudEvent.of(event, source);
                    size += wanted.data().length();
                    events.add(wanted);
                }
            }
            return new Page(events, page.reached(), head);
        });
    }

    /** The event at a position that the log has. */
    public CloudEvent at(long position) throws InterruptedException {
        return connected(() -> CloudEvent.of(log.between(position, position).getFirst(), source));
    }

    private LogPage page(long after, long head, EventFilter filter, int limit) {
        if (filter.wantsEverything()) {
            var last = Math.min(head, after + limit);
            return new LogPage(log.between(after + 1, last), last);
        }
        if (filter.customerId() == null) {
            return log.page(after, Math.min(head, after + STRETCH), filter.types(), limit, Detail.ALL);
        }
        var events = log.customerEvents(filter.customerId(), after, head, limit, Detail.ALL);
        return new LogPage(events, events.size() < limit ? head : lastOf(events));
    }

    private static long lastOf(List<RecordedEvent> events) {
        return events.getLast().position();
    }

    /** Waits until this node knows of something beyond a position, or the time is over. */
    public void awaitBeyond(long position, long millis) throws InterruptedException {
        log.awaitBeyond(position, millis, TimeUnit.MILLISECONDS);
    }

    /** Refuses names under which no event is stored. */
    public void requireKnown(String parameter, Collection<String> names) {
        for (var name : names) {
            if (!types.contains(name)) {
                throw Refusals.badParameter(
                        parameter,
                        "UNKNOWN_TYPE",
                        "No event has the type '" + name + "'; known are "
                                + String.join(", ", types.stream().sorted().toList()) + "." + Near.hint(name, types));
            }
        }
    }

    private interface Reading<T> {
        T read();
    }

    private <T> T connected(Reading<T> reading) throws InterruptedException {
        connections.acquire();
        try {
            return reading.read();
        } finally {
            connections.release();
        }
    }
}
