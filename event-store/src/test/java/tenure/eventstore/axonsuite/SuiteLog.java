package tenure.eventstore.axonsuite;

import tenure.eventstore.Appender;
import tenure.eventstore.EventNames;
import tenure.eventstore.EventType;
import tenure.eventstore.PostgresEventStorageEngine;
import tenure.eventstore.SharedLog;
import tenure.eventstore.TestDatabase;
import tenure.eventstore.read.LogSignal;
import tools.jackson.databind.json.JsonMapper;

/** An empty log whose events are texts, as in Axon's suites. */
final class SuiteLog implements AutoCloseable {

    private final TestDatabase database = SharedLog.emptied();
    private final Appender appender = new Appender(database.dataSource(), new LogSignal());

    PostgresEventStorageEngine engine() {
        return new PostgresEventStorageEngine(
                appender,
                database.jdbc(),
                new EventNames().with(new EventType("suite.text", 1), String.class),
                JsonMapper.builder().build(),
                IllegalStateException::new);
    }

    @Override
    public void close() {
        appender.close();
    }
}
