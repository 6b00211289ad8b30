package tenure.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tenure.eventstore.read.LogSignal;

/**
 * Tells the other nodes when this one has appended, and this node's readers when another has. It is the one place where
 * a node that has nothing to do still asks the database something.
 *
 * <p>Nothing depends on a message getting through: the head of the log is looked at every second, too, and readers only
 * ever ask for what lies beyond their position.
 */
public final class LogBell implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LogBell.class);

    private static final String CHANNEL = "tenure_log";

    /** Announcements of one node lie at least this far apart; appends in between go out with the next one. */
    private static final long DEBOUNCE_MILLIS = 3;

    private static final int POLL_MILLIS = 1_000;
    private static final long PAUSE_AFTER_FAILURE_MILLIS = 1_000;

    /** A connection that answers nothing for so long is given up. */
    private static final int SILENCE_MILLIS = 10_000;

    private final DataSource dataSource;
    private final LogSignal signal;
    private final Thread listener;
    private final Thread announcer;
    private final Line listening = new Line("Appends of other nodes are noticed late");
    private final Line announcing = new Line("Other nodes notice appends of this one late");
    private volatile long heard;
    private volatile boolean closed;

    /** Starts to listen and to announce; it keeps two connections of the data source for itself. */
    public LogBell(DataSource dataSource, LogSignal signal) {
        this.dataSource = dataSource;
        this.signal = signal;
        this.listener = Thread.ofPlatform().name("tenure-log-listener").daemon().start(this::listen);
        this.announcer =
                Thread.ofPlatform().name("tenure-log-announcer").daemon().start(this::announce);
    }

    private void listen() {
        while (!closed) {
            try (var connection = open()) {
                execute(connection, "listen " + CHANNEL);
                try {
                    hear(connection);
                } finally {
                    // On a broken connection it fails, and only so does a pool see that it must not keep it.
                    execute(connection, "unlisten " + CHANNEL);
                }
            } catch (SQLException | RuntimeException e) {
                listening.broke(e);
                pause(PAUSE_AFTER_FAILURE_MILLIS);
            }
        }
    }

    private void hear(Connection connection) throws SQLException {
        var messages = connection.unwrap(PGConnection.class);
        var polledAt = System.nanoTime();
        signal.reached(head(connection));
        listening.works();
        while (!closed) {
            var announced = latest(messages.getNotifications(POLL_MILLIS));
            var stale = System.nanoTime() - polledAt >= TimeUnit.MILLISECONDS.toNanos(POLL_MILLIS);
            // Anybody who may log on can send a message, so it is taken as a hint to look, not as the truth.
            if (stale || announced > signal.head()) {
                polledAt = System.nanoTime();
                var head = head(connection);
                heard = Math.max(heard, Math.min(announced, head));
                // What only the look has shown may be known to nobody else: that is announced again.
                signal.reached(stale ? head : heard);
            }
        }
    }

    private static long latest(PGNotification[] messages) {
        long latest = 0;
        for (var message : messages) {
            try {
                latest = Math.max(latest, Long.parseLong(message.getParameter()));
            } catch (NumberFormatException e) {
                LOG.debug("Not a position: {}", message.getParameter());
            }
        }
        return latest;
    }

    private Connection open() throws SQLException {
        var connection = dataSource.getConnection();
        try {
            connection.setAutoCommit(true);
            connection.setNetworkTimeout(Runnable::run, SILENCE_MILLIS);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private static long head(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("select position from eventstore.log_head");
                var row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void announce() {
        Connection connection = null;
        long announced = 0;
        try {
            while (!closed) {
                signal.awaitBeyond(Math.max(announced, heard), 1, TimeUnit.HOURS);
                var position = signal.head();
                // What another node has announced is known to all.
                if (position > Math.max(announced, heard)) {
                    try {
                        connection = connection == null ? open() : connection;
                        announce(connection, position);
                        announced = position;
                        announcing.works();
                    } catch (SQLException | RuntimeException e) {
                        close(connection);
                        connection = null;
                        announcing.broke(e);
                        TimeUnit.MILLISECONDS.sleep(PAUSE_AFTER_FAILURE_MILLIS);
                    }
                    TimeUnit.MILLISECONDS.sleep(DEBOUNCE_MILLIS);
                }
            }
        } catch (InterruptedException e) {
            // Closed. The last word also wakes the listener of this node.
            sayLast(connection);
        } finally {
            close(connection);
        }
    }

    /** A message stores nothing, so its commit waits for no disk. */
    private static void announce(Connection connection, long position) throws SQLException {
        try (var statement = connection.prepareStatement("select pg_notify(?, ?)")) {
            statement.setString(1, CHANNEL);
            statement.setString(2, Long.toString(position));
            statement.execute();
        }
    }

    private void sayLast(@Nullable Connection connection) {
        try {
            if (connection != null) {
                announce(connection, signal.head());
            }
        } catch (SQLException e) {
            LOG.debug("Nobody hears that this node stops", e);
        }
    }

    private static void close(@Nullable Connection connection) {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            LOG.debug("Closing a broken connection failed", e);
        }
    }

    private void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            closed = true;
        }
    }

    @Override
    public void close() {
        closed = true;
        announcer.interrupt();
        try {
            announcer.join();
            listener.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Says once that something broke, and once that it works again. */
    private static final class Line {
        private final String consequence;
        private boolean broken;

        Line(String consequence) {
            this.consequence = consequence;
        }

        void broke(Exception cause) {
            if (!broken) {
                LOG.warn("{}, within a second or two, until the database answers: {}", consequence, cause.toString());
            }
            broken = true;
        }

        void works() {
            if (broken) {
                LOG.info("Nodes tell each other at once again what they append.");
            }
            broken = false;
        }
    }
}
