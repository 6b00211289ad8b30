package tenure.eventstore.read;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
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

    private NavigableMap<Long, RecordedEvent> events(List<Row> rows) {
        var events = new TreeMap<Long, RecordedEvent>();
        if (rows.stream().anyMatch(row -> row.last() >= row.first())) {
            jdbc.sql(EventColumns.select(Detail.ALL) + """
                    join unnest(:firsts::bigint[], :lasts::bigint[]) wanted (first, last)
                      on e.position between wanted.first and wanted.last
                    """)
                    .param("firsts", rows.stream().map(Row::first).toArray(Long[]::new))
                    .param("lasts", rows.stream().map(Row::last).toArray(Long[]::new))
                    .query(EventColumns::event)
                    .list()
                    .forEach(event -> events.put(event.position(), event));
        }
        return events;
    }
}
