package tenure.eventstore.axonsuite;

import java.util.function.UnaryOperator;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngineTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Axon's own suite for storage engines, whole, on our engine. {@link StockJdbcEngineTest} is its control. */
class PostgresEventStorageEngineAxonSuiteTest extends BatchingEventStorageEngineTest<SuiteEngine, SuiteEngine.Builder> {

    private final SuiteLog log = new SuiteLog();

    @BeforeEach
    void start() {
        setTestSubject(createEngine());
    }

    @AfterEach
    void stop() {
        log.close();
    }

    @Override
    protected SuiteEngine createEngine(UnaryOperator<SuiteEngine.Builder> customization) {
        return customization.apply(SuiteEngine.over(log.engine())).build();
    }
}
