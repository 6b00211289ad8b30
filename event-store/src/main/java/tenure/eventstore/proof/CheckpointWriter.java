package tenure.eventstore.proof;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Saves a checkpoint now and then while the log grows, and a last one at the end. */
public final class CheckpointWriter implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CheckpointWriter.class);
    private static final int PATIENCE_SECONDS = 5;

    private final Checkpoints checkpoints;
    private final DataSource dataSource;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("checkpoints").daemon().factory());

    /**
     * Starts at once.
     *
     * @param interval least time between two checkpoints
     */
    public CheckpointWriter(Checkpoints checkpoints, DataSource dataSource, Duration interval) {
        this.checkpoints = checkpoints;
        this.dataSource = dataSource;
        var _ = thread.scheduleWithFixedDelay(this::save, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Saves the last checkpoint. To be called once nobody appends any more. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        save();
    }

    /** The next one vouches for what this one could not. */
    private void save() {
        try (var connection = dataSource.getConnection()) {
            checkpoints.save(new LogSnapshot(connection));
        } catch (LogForked e) {
            LOG.error("No checkpoint is signed. {}", e.getMessage());
        } catch (IOException | SQLException | RuntimeException e) {
            LOG.warn("No checkpoint could be saved: {}", e.getMessage());
        }
    }
}
