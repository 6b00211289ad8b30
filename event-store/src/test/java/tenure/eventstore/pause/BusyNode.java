package tenure.eventstore.pause;

import com.fasterxml.uuid.Generators;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import tenure.eventstore.Append;
import tenure.eventstore.Appender;
import tenure.eventstore.EventType;
import tenure.eventstore.NewEvent;
import tenure.eventstore.drill.ChildProcess;
import tenure.eventstore.read.LogSignal;

/** A node that does nothing but append, until it is ended: small batches, and some of several MB. */
final class BusyNode {

    private static final EventType TYPE = new EventType("thing.happened", 1);

    private BusyNode() {}

    static void main(String[] arguments) throws SQLException {
        ChildProcess.endWithParent();
        var url = System.getProperty("node.url");
        var random = new SplittableRandom(Long.getLong("node.seed"));
        if (Boolean.getBoolean("node.classic")) {
            appendInTransactions(url);
        } else {
            append(url, random);
        }
    }

    private static void append(String url, SplittableRandom random) {
        var connections = new HikariDataSource();
        connections.setJdbcUrl(url);
        connections.setMaximumPoolSize(1);
        try (connections;
                var appender = new Appender(connections, new LogSignal())) {
            appender.append(facts("busy", 1, 1));
            System.out.println("ready");
            while (true) {
                appender.append(
                        switch (random.nextInt(10)) {
                            case 0 -> facts("busy", 3, 1_000_000);
                            case 1 -> facts("busy", 2_000, 100);
                            default -> facts("busy", random.nextInt(1, 20), 100);
                        });
            }
        }
    }

    /** Events that go to the end of a stream, as one append. */
    static Append facts(String stream, int count, int bytes) {
        var ids = Generators.timeBasedEpochGenerator();
        var payload = ("{\"filler\":\"" + "x".repeat(bytes) + "\"}").getBytes(StandardCharsets.UTF_8);
        var events = new ArrayList<NewEvent>();
        for (int i = 0; i < count; i++) {
            events.add(new NewEvent(
                    stream,
                    null,
                    null,
                    ids.generate(),
                    TYPE,
                    Instant.now(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    payload,
                    new byte[] {'{', '}'}));
        }
        return new Append(null, List.copyOf(events));
    }

    /** As many a store does it: take the head, do something, write, commit; a call for each. */
    private static void appendInTransactions(String url) throws SQLException {
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            System.out.println("ready");
            while (true) {
                statement.execute("select * from eventstore.log_head for update");
                statement.execute("update eventstore.log_head set position = position");
                connection.commit();
            }
        }
    }
}
