package tenure.benchmark.view;

import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import tenure.benchmark.event.Samples;
import tenure.benchmark.event.SeatsChanged;
import tenure.eventstore.JsonEventDecoder;
import tenure.eventstore.read.Detail;
import tenure.eventstore.read.EventDecoder;
import tenure.eventstore.read.EventLog;
import tenure.eventstore.read.LogSignal;

/** The log as Tenure's views read it. */
public final class LogSource implements Source {

    private final EventLog log;
    private final EventDecoder decoder = new JsonEventDecoder(Samples.names(), Samples.json());
    private final Set<String> types = decoder.namesOf(Set.of(SeatsChanged.class));

    /** Reads from a database, woken by a signal. */
    public LogSource(JdbcClient jdbc, LogSignal signal) {
        this.log = new EventLog(jdbc, signal);
    }

    @Override
    public long head() {
        return log.head();
    }

    @Override
    public List<Change> page(long after, long upTo) {
        return log.page(after, upTo, types, Integer.MAX_VALUE, Set.of(Detail.PAYLOAD)).events().stream()
                .map(recorded -> new Change(
                        recorded.eventId().toString(), recorded.occurredAt(), (SeatsChanged) decoder.decode(recorded)))
                .toList();
    }

    /** Waits for something beyond a position, for a while. */
    public void await(long position, long millis) throws InterruptedException {
        log.awaitBeyond(position, millis, TimeUnit.MILLISECONDS);
    }
}
