package tenure.eventstore.read;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what commands with a key were answered. */
public final class CommandLog {

    private final JdbcClient jdbc;

    /** A reader on the given database. */
    public CommandLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The answer to a command.
     *
     * @param requestHash hash of the request that the key stood for
     * @param events      what it recorded; empty when it changed nothing
     */
    public record Answered(String requestHash, List<RecordedEvent> events) {}

    private record Row(String key, String requestHash, long first, long last) {}

    /** The answers under these keys of a caller, by key; keys never seen are absent. Two round trips for any number. */
    public Map<String, Answered> find(String caller, Collection<String> keys) {
        var rows = jdbc.sql("""
                select key, request_hash, coalesce(first_position, 0) as first, coalesce(last_position, -1) as last
                from eventstore.command where caller = :caller and key = any (:keys)
                """)
                .param("caller", caller)
                .param("keys", keys.toArray(String[]::new))
                .query((row, number) -> new Row(
                        row.getString("key"), row.getString("request_hash"), row.getLong("first"), row.getLong("last")))
                .list();
        var events = events(rows);
        var answers = new HashMap<String, Answered>();
        for (var row : rows) {
            answers.put(
                    row.key(),
                    new Answered(
                            row.requestHash(),
                            row.last() < row.first()
                                    ? List.of()
                                    : List.copyOf(events.subMap(row.first(), true, row.last(), true)
                                            .values())));
        }
        return answers;
    }

    /** By single positions, of which a command has few: ranges would make the database read the log from end to end. */
    private NavigableMap<Long, RecordedEvent> events(List<Row> rows) {
        var positions = rows.stream()
                .flatMapToLong(row -> LongStream.rangeClosed(row.first(), row.last()))
                .boxed()
                .toArray(Long[]::new);
        var events = new TreeMap<Long, RecordedEvent>();
        if (positions.length > 0) {
            jdbc.sql(EventColumns.select(Detail.ALL) + "where e.position = any (:positions)")
                    .param("positions", positions)
                    .query(EventColumns::event)
                    .list()
                    .forEach(event -> events.put(event.position(), event));
        }
        return events;
    }
}
