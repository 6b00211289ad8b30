package tenure.query.operations;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tenure.eventstore.read.Detail;
import tenure.eventstore.read.RecordedEvent;
import tenure.query.projection.EventsOfCustomers;
import tenure.query.projection.Projection;

/**
 * Keeps from when to when customers' events reach, so that a page can begin where there is something to see. What Tenure
 * does by itself is left out: of a history that ended long ago, terms go on ending.
 */
@Component
class LogSpanProjection implements Projection {

    /** Who gives orders when their time has come. */
    private static final String TENURE = "tenure";

    private final JdbcClient jdbc;

    LogSpanProjection(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "log-span";
    }

    @Override
    public Set<String> tables() {
        return Set.of("log_span");
    }

    @Override
    public Collection<Class<?>> events() {
        return EventsOfCustomers.ALL;
    }

    @Override
    public Set<Detail> details() {
        return Set.of(Detail.ORIGIN);
    }

    @Override
    public void apply(List<Happening> page) {
        var times = page.stream()
                .map(Happening::recorded)
                .filter(recorded -> recorded.customerId() != null && !TENURE.equals(recorded.actor()))
                .map(RecordedEvent::occurredAt)
                .sorted(Comparator.naturalOrder())
                .toList();
        if (times.isEmpty()) {
            return;
        }
        jdbc.sql("""
                insert into query.log_span as known (first_occurred_at, last_occurred_at) values (:first, :last)
                on conflict (single) do update
                set first_occurred_at = least(known.first_occurred_at, excluded.first_occurred_at),
                    last_occurred_at = greatest(known.last_occurred_at, excluded.last_occurred_at)
                """)
                .param("first", times.getFirst().atOffset(ZoneOffset.UTC))
                .param("last", times.getLast().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** First and last moment at which something happened to a customer. */
    record Span(Instant first, Instant last) {}

    Optional<Span> span() {
        return jdbc.sql("select * from query.log_span")
                .query((row, number) -> new Span(
                        row.getTimestamp("first_occurred_at").toInstant(),
                        row.getTimestamp("last_occurred_at").toInstant()))
                .optional();
    }
}
