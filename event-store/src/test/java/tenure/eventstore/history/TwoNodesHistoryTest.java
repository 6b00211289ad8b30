package tenure.eventstore.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tenure.eventstore.Appender;
import tenure.eventstore.TestDatabase;
import tenure.eventstore.drill.Drill;
import tenure.eventstore.history.Operation.Append;
import tenure.eventstore.history.Operation.End;
import tenure.eventstore.read.LogSignal;

/**
 * Clients of two nodes, each with a writer and connections of its own, append to the same streams, few of them hot and
 * many cold, and read in all ways, while the writers' connections are cut. Their answers are the history of one log.
 */
class TwoNodesHistoryTest {

    private static final int CLIENTS = 96;
    private static final long LONGEST_PEACE = TimeUnit.SECONDS.toNanos(4);

    private final TestDatabase database = TestDatabase.withLog();
    private final Drill drill = new Drill("history");

    @AfterEach
    void stop() {
        database.close();
    }

    @Test
    void isTheHistoryOfOneLog() throws Exception {
        var history = record(drill.amount("operations", 300_000));
        for (var end : End.values()) {
            drill.figure(
                    end.name().toLowerCase(Locale.ROOT),
                    history.stream()
                            .filter(operation -> operation instanceof Append append && append.end() == end)
                            .count());
        }
        drill.figure("operations", history.size());
        var anomalies = HistoryChecker.check(history);
        drill.figure("anomalies", anomalies.size());
        drill.report();
        assertThat(anomalies.stream().limit(20)).isEmpty();
    }

    private List<Operation> record(int operations) throws Exception {
        var history = new ArrayList<Operation>(operations + 1_000);
        try (var one = new Node("writer-1");
                var two = new Node("writer-2");
                var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var clients = new ArrayList<Callable<List<Operation>>>();
            for (int number = 0; number < CLIENTS; number++) {
                var node = number % 2 == 0 ? one : two;
                var client = new LogClient(number, node.appender, database, drill.random(number));
                clients.add(() -> client.operate(operations / CLIENTS));
            }
            var done = new AtomicBoolean();
            var cuts = pool.submit(() -> cutConnectionsUntil(done));
            for (var client : pool.invokeAll(clients)) {
                history.addAll(client.get());
            }
            done.set(true);
            drill.figure("connections cut", cuts.get());
            history.addAll(new LogClient(CLIENTS, one.appender, database, drill.random(CLIENTS)).readEverything());
        }
        return history;
    }

    /** Leaves clients without an answer, whose appends may or may not be stored. */
    private int cutConnectionsUntil(AtomicBoolean done) {
        var random = drill.random(-1);
        var cuts = 0;
        while (!done.get()) {
            LockSupport.parkNanos(random.nextLong(LONGEST_PEACE));
            cuts += database.jdbc()
                    .sql("select pg_terminate_backend(pid) from pg_stat_activity"
                            + " where datname = current_database() and application_name = ?")
                    .param("writer-" + random.nextInt(1, 3))
                    .query(Boolean.class)
                    .list()
                    .size();
        }
        return cuts;
    }

    private final class Node implements AutoCloseable {
        private final HikariDataSource connections = new HikariDataSource();
        private final Appender appender;

        Node(String name) {
            connections.setJdbcUrl(database.url() + "&ApplicationName=" + name);
            connections.setMaximumPoolSize(1);
            appender = new Appender(connections, new LogSignal());
        }

        @Override
        public void close() {
            appender.close();
            connections.close();
        }
    }
}
