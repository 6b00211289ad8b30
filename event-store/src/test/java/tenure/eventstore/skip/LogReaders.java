package tenure.eventstore.skip;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tenure.eventstore.PostgresEventStorageEngine;
import tenure.eventstore.PostgresEventStore;
import tenure.eventstore.TestDatabase;
import tenure.eventstore.read.AuditLog;
import tenure.eventstore.read.EventLog;
import tenure.eventstore.read.LogFilter;
import tenure.eventstore.read.LogSignal;
import tenure.eventstore.read.RecordedEvent;

/** The kinds of readers that follow the log by themselves. The processor has a class of its own. */
final class LogReaders {

    private static final int PAGE = 500;
    private static final long MOMENT = TimeUnit.MILLISECONDS.toNanos(50);

    private LogReaders() {}

    private static void event(Seen seen, String lane, RecordedEvent event) {
        seen.event(lane, event.position(), event.eventId());
    }

    private static void event(Seen seen, String lane, TrackedEventMessage<?> event) {
        seen.event(lane, position(event), UUID.fromString(event.getIdentifier()));
    }

    private static long position(TrackedEventMessage<?> event) {
        return ((GlobalSequenceTrackingToken) event.trackingToken()).getGlobalIndex();
    }

    /** As a live feed reads: everything up to the head, then wait. */
    static final class Feed extends LogReader {
        private final Seen seen = new Seen();
        private final EventLog log;
        private long last;

        Feed(EventLog log) {
            super("feed");
            this.log = log;
        }

        @Override
        void readOn() throws InterruptedException {
            var page = log.between(last + 1, last + PAGE);
            page.forEach(event -> event(seen, "log", event));
            if (page.isEmpty()) {
                log.awaitBeyond(last, 20, TimeUnit.MILLISECONDS);
            } else {
                last = page.getLast().position();
            }
        }

        @Override
        Seen seen() {
            return seen;
        }
    }

    /** Two readers, each of one type of event, that jump to the head they saw before. */
    static final class ByType extends LogReader {
        private final Seen seen = new Seen();
        private final EventLog log;
        private long last;

        ByType(EventLog log) {
            super("by type");
            this.log = log;
        }

        @Override
        void readOn() throws InterruptedException {
            var head = Math.min(log.head(), last + 2 * PAGE);
            if (head == last) {
                log.awaitBeyond(last, 20, TimeUnit.MILLISECONDS);
            }
            for (var type : List.of(TenureLog.HAPPENED.name(), TenureLog.GREW.name())) {
                log.page(last, head, List.of(type)).forEach(event -> event(seen, type, event));
            }
            last = head;
        }

        @Override
        Seen seen() {
            return seen;
        }
    }

    /** As a page shows customers: the newest first, back to what it has shown before. */
    static final class CustomerHistories extends LogReader {
        private final Seen seen = new Seen();
        private final AuditLog log;
        private final HashMap<String, Long> known = new HashMap<>();

        CustomerHistories(AuditLog log) {
            super("customer histories");
            this.log = log;
        }

        @Override
        void readOn() {
            for (int customer = 0; customer < WriterNode.CUSTOMERS; customer++) {
                readOn("C-" + customer);
            }
            LockSupport.parkNanos(MOMENT);
        }

        private void readOn(String customer) {
            var last = known.getOrDefault(customer, 0L);
            var fresh = new ArrayList<RecordedEvent>();
            var before = Long.MAX_VALUE;
            while (before > last + 1) {
                var page =
                        log.search(LogFilter.ofCustomer(customer), before, PAGE).events();
                page.stream().filter(event -> event.position() > last).forEach(fresh::add);
                before = page.size() < PAGE ? 0 : page.getLast().position();
            }
            fresh.reversed().forEach(event -> event(seen, customer, event));
            if (!fresh.isEmpty()) {
                known.put(customer, fresh.getFirst().position());
            }
        }

        @Override
        Seen seen() {
            return seen;
        }
    }

    /** Axon's blocking stream, which is closed and opened again in the middle. */
    static final class Stream extends LogReader {
        private static final int READS_PER_STREAM = 10_000;

        private final Seen seen = new Seen();
        private final PostgresEventStore store;
        private GlobalSequenceTrackingToken token;

        Stream(PostgresEventStorageEngine engine, LogSignal signal) {
            super("stream");
            this.store = PostgresEventStore.over(engine, signal);
        }

        @Override
        void readOn() throws InterruptedException {
            try (BlockingStream<TrackedEventMessage<?>> stream = store.openStream(token)) {
                for (int i = 0; i < READS_PER_STREAM && stream.hasNextAvailable(100, TimeUnit.MILLISECONDS); i++) {
                    var event = stream.nextAvailable();
                    token = (GlobalSequenceTrackingToken) event.trackingToken();
                    event(seen, "log", event);
                }
            }
        }

        @Override
        Seen seen() {
            return seen;
        }
    }

    /** Keeps its place in the database, beside what it has read, and crashes with one page in five before the commit. */
    static final class Crashing extends LogReader {
        private final Seen seen = new Seen();
        private final PostgresEventStorageEngine engine;
        private final SplittableRandom random;
        private final JdbcClient jdbc;
        private final TransactionTemplate transaction;
        private final int name = System.identityHashCode(this);

        Crashing(PostgresEventStorageEngine engine, TestDatabase database, SplittableRandom random) {
            super("crashing");
            this.engine = engine;
            this.random = random;
            this.jdbc = database.jdbc();
            this.transaction = new TransactionTemplate(new DataSourceTransactionManager(database.dataSource()));
            jdbc.sql("create table if not exists public.place (reader int primary key, position bigint)")
                    .update();
            jdbc.sql("insert into public.place values (?, 0)").param(name).update();
        }

        /** Knows nothing but what its last commit left. */
        @Override
        void readOn() {
            var read = new ArrayList<TrackedEventMessage<?>>();
            var committed = transaction.execute(status -> {
                var place = jdbc.sql("select position from public.place where reader = ? for update")
                        .param(name)
                        .query(Long.class)
                        .single();
                engine.readEvents(new GlobalSequenceTrackingToken(place), false)
                        .limit(random.nextInt(1, 2 * PAGE))
                        .forEach(read::add);
                if (read.isEmpty()) {
                    return false;
                }
                jdbc.sql("update public.place set position = ? where reader = ?")
                        .param(position(read.getLast()))
                        .param(name)
                        .update();
                if (random.nextInt(5) == 0) {
                    status.setRollbackOnly();
                }
                return !status.isRollbackOnly();
            });
            if (Boolean.TRUE.equals(committed)) {
                read.forEach(event -> event(seen, "log", event));
            } else {
                LockSupport.parkNanos(MOMENT);
            }
        }

        @Override
        Seen seen() {
            return seen;
        }
    }
}
