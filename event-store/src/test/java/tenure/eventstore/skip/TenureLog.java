package tenure.eventstore.skip;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tenure.eventstore.Append;
import tenure.eventstore.AppendOutcome;
import tenure.eventstore.Appender;
import tenure.eventstore.EventNames;
import tenure.eventstore.EventType;
import tenure.eventstore.NewEvent;
import tenure.eventstore.read.LogSignal;
import tools.jackson.databind.json.JsonMapper;

/** The log of this project. */
final class TenureLog implements WrittenLog {

    static final EventType HAPPENED = new EventType("thing.happened", 1);
    static final EventType GREW = new EventType("thing.grew", 1);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();
    private final HikariDataSource connections = new HikariDataSource();
    private final Appender appender;

    TenureLog(String url) {
        connections.setJdbcUrl(url);
        connections.setMaximumPoolSize(2);
        appender = new Appender(connections, new LogSignal());
    }

    static EventNames names() {
        return new EventNames().with(HAPPENED, Happened.class).with(GREW, Grew.class);
    }

    @Override
    public boolean append(String stream, long version, List<Entry> entries) {
        var events = new ArrayList<NewEvent>(entries.size());
        for (var entry : entries) {
            events.add(event(stream, version + events.size(), entry));
        }
        return appender.append(new Append(null, events)) instanceof AppendOutcome.Stored;
    }

    private NewEvent event(String stream, long version, Entry entry) {
        Object payload = entry.grew()
                ? new Grew(entry.customerId(), entry.occurredAt(), entry.filler())
                : new Happened(entry.customerId(), entry.occurredAt(), entry.filler());
        return new NewEvent(
                stream,
                "Thing",
                version,
                ids.generate(),
                entry.grew() ? GREW : HAPPENED,
                entry.occurredAt(),
                entry.customerId(),
                null,
                null,
                null,
                null,
                null,
                JSON.writeValueAsBytes(payload),
                "{}".getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        appender.close();
        connections.close();
    }
}
