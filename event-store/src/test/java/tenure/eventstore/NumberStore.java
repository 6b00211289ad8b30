package tenure.eventstore;

import java.sql.SQLException;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.springframework.jdbc.core.simple.JdbcClient;
import tenure.eventstore.read.LogSignal;
import tools.jackson.databind.json.JsonMapper;

/** Axon's event store over an empty log of numbers; what it asks the database is recorded. */
final class NumberStore implements AutoCloseable {

    record Counted(int number) {}

    record Counter(int total) {}

    final TestDatabase database = SharedLog.emptied();
    final PlanRecorder recorder;
    final PostgresEventStorageEngine engine;
    final PostgresEventStore store;
    private final Appender appender;

    NumberStore() throws SQLException {
        var signal = new LogSignal();
        recorder = new PlanRecorder(database);
        appender = new Appender(database.dataSource(), signal);
        engine = new PostgresEventStorageEngine(
                appender,
                JdbcClient.create(recorder),
                new EventNames()
                        .with(new EventType("counted", 1), Counted.class)
                        .with(new EventType("counter", 2), Counter.class),
                JsonMapper.builder().build(),
                IllegalStateException::new);
        store = PostgresEventStore.over(engine, signal);
    }

    /** Appends the numbers from one to below another, which are their versions, too. */
    void publish(String stream, int from, int to) {
        store.publish(IntStream.range(from, to)
                .mapToObj(number -> event(stream, number))
                .toList());
    }

    static DomainEventMessage<?> event(String stream, int number) {
        return new GenericDomainEventMessage<>("counter", stream, number, new Counted(number));
    }

    static DomainEventMessage<?> snapshot(String stream, int version) {
        return new GenericDomainEventMessage<>("counter", stream, version, new Counter(version));
    }

    @Override
    public void close() throws SQLException {
        appender.close();
        recorder.close();
    }
}
