package tenure.eventstore.axonsuite;

import org.axonframework.eventsourcing.eventstore.EmbeddedEventStoreTest;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.junit.jupiter.api.AfterEach;

/** Axon's own suite for its event store, whole, with our engine below it. */
class EmbeddedEventStoreAxonSuiteTest extends EmbeddedEventStoreTest {

    private final SuiteLog log = new SuiteLog();

    @Override
    public EventStorageEngine createStorageEngine() {
        return log.engine();
    }

    @AfterEach
    void stop() {
        log.close();
    }
}
