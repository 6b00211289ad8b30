package tenure.query.webhooks;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Lets all that deliver have but a few connections to the database between them: the pool has others to serve. */
@Component
class WebhookConnections {

    static final int MOST = 3;

    private final Semaphore connections = new Semaphore(MOST, true);

    /** Runs a statement once its turn has come. */
    <T> T run(Supplier<T> statement) {
        connections.acquireUninterruptibly();
        try {
            return statement.get();
        } finally {
            connections.release();
        }
    }
}
