package tenure.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static tenure.eventstore.SomeEvents.NOON;
import static tenure.eventstore.SomeEvents.append;
import static tenure.eventstore.SomeEvents.event;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import tenure.eventstore.read.LogSignal;

/** Nodes on one database: what one appends, the readers of all others learn. */
class LogBellTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final TestDatabase database = SharedLog.emptied();
    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void stop() throws Exception {
        for (var each : open.reversed()) {
            each.close();
        }
    }

    @Test
    void wakesTheReadersOfOtherNodes() {
        var here = node();
        var there = node();

        here.append();

        awaitHead(there, 1);
    }

    @Test
    void tellsANewNodeHowFarTheLogReaches() {
        node().append();

        awaitHead(node(), 1);
    }

    @Test
    void isHeardByAnybodyWhoListens() throws SQLException {
        var node = node();
        try (var connection = database.dataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("listen tenure_log");
            node.append();
            var heard = connection.unwrap(PGConnection.class).getNotifications((int) PATIENCE.toMillis());
            assertThat(heard).extracting(message -> message.getParameter()).contains("1");
            statement.execute("unlisten tenure_log");
        }
    }

    @Test
    void believesNoMessageThatTheLogDoesNotBear() {
        var node = node();
        for (var nonsense : List.of("", "999999999999", "-1", "not a number")) {
            database.jdbc()
                    .sql("select pg_notify('tenure_log', :nonsense)")
                    .param("nonsense", nonsense)
                    .query((row, number) -> 0)
                    .list();
        }
        var other = node();

        node.append();

        awaitHead(node, 1);
        awaitHead(other, 1);
    }

    @Test
    void noticesByItselfWhatNobodyAnnounced() {
        var node = node();
        var silent = new LogSignal();
        var mute = keep(new Appender(database.dataSource(), silent));

        mute.append(append(event("a", "happened", NOON)));

        awaitHead(node, 1);
    }

    /** The control: without a bell a node never learns of another's append. */
    @Test
    void isWhatANodeLearnsOfOthersBy() {
        var deaf = new LogSignal();
        keep(new Appender(database.dataSource(), deaf)).append(append(event("a", "happened", NOON)));

        node().append();

        awaitHead(node(), 2);
        assertThat(deaf.head()).isEqualTo(1);
    }

    @Test
    void goesOnWhenItsConnectionsAreCut() {
        var here = node();
        var there = node();
        here.append();
        awaitHead(there, 1);

        database.jdbc().sql("""
                select pg_terminate_backend(pid) from pg_stat_activity
                where datname = current_database() and pid <> pg_backend_pid()
                  and (query like 'listen%' or query like '%log_head' or query like '%pg_notify%')
                """).query((row, number) -> row.getBoolean(1)).list();

        there.append();
        awaitHead(here, 2);
        here.append();
        awaitHead(there, 3);
    }

    private record Node(LogSignal signal, Appender appender) {
        void append() {
            appender.append(SomeEvents.append(event("a", "happened", NOON)));
        }
    }

    private Node node() {
        var signal = new LogSignal();
        var appender = keep(new Appender(database.dataSource(), signal));
        keep(new LogBell(database.dataSource(), signal));
        return new Node(signal, appender);
    }

    private <T extends AutoCloseable> T keep(T closeable) {
        open.add(closeable);
        return closeable;
    }

    private static void awaitHead(Node node, long position) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> node.signal().head() == position);
    }
}
