package tenure.reliability.killing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import tenure.reliability.killing.Journal.Told;

/**
 * Compares the journal with the log.
 *
 * @param lost     acknowledged commands whose events are not where their clients were told
 * @param doubled  commands that had more effect than their clients were told, or more than one without an answer
 * @param foreign  events of commands that nobody sent
 * @param disorder what is wrong with positions, versions and the chain of batches
 */
record JournalCheck(List<String> lost, List<String> doubled, List<String> foreign, List<String> disorder) {

    /** Compares everything after a position: that of the log when the first client began. */
    static JournalCheck of(Journal journal, JdbcClient jdbc, long after) {
        Map<String, Set<Told>> stored = new HashMap<>();
        jdbc.sql("select command_key, position, event_id from eventstore.event where position > ?")
                .param(after)
                .query(row -> {
                    stored.computeIfAbsent(row.getString("command_key"), key -> new HashSet<>())
                            .add(new Told(row.getLong("position"), row.getString("event_id")));
                });
        var remembered = new HashSet<>(jdbc.sql("select key from eventstore.command")
                .query(String.class)
                .list());
        var lost = new ArrayList<String>();
        var doubled = new ArrayList<String>();
        journal.entries().forEach((key, entry) -> {
            var inLog = stored.getOrDefault(key, Set.of());
            var told = entry.told();
            if (told == null ? inLog.size() > 1 : inLog.size() > told.size()) {
                doubled.add(key);
            } else if (told != null && (!inLog.equals(Set.copyOf(told)) || !remembered.contains(key))) {
                lost.add(key);
            }
        });
        var foreign = stored.keySet().stream()
                .filter(key -> !journal.entries().containsKey(key))
                .toList();
        return new JournalCheck(lost, doubled, foreign, disorder(jdbc));
    }

    private static List<String> disorder(JdbcClient jdbc) {
        var disorder = new ArrayList<String>();
        Map.of("positions", """
                        select count(*) from (select count(*) as events, coalesce(max(position), 0) as last,
                            coalesce(min(position), 1) as first from eventstore.event) e, eventstore.log_head h
                        where e.first <> 1 or e.last <> e.events or h.position <> e.last
                        """, "versions", """
                        select count(*) from (select stream_no, count(*) as events, min(version) as first,
                            max(version) as last from eventstore.event group by stream_no) e
                        full join eventstore.stream_head h using (stream_no)
                        where (e.first = 0 and e.last = e.events - 1 and h.version = e.last) is not true
                        """, "chain", """
                        select count(*) from (
                            select b.*, lag(hash) over neighbours as hash_before, lag(last_position) over neighbours as last_before,
                                (select string_agg(e.leaf, ''::bytea order by e.position) from eventstore.event e
                                 where e.position between b.first_position and b.last_position) as leaves
                            from eventstore.batch b window neighbours as (order by last_position)) b
                        where first_position <> coalesce(last_before, 0) + 1
                           or previous_hash <> coalesce(hash_before, decode(repeat('00', 32), 'hex'))
                           or hash <> sha256(previous_hash || int8send(first_position)
                                             || int4send((last_position - first_position + 1)::integer) || leaves)
                        """).forEach((what, sql) -> {
            long wrong = jdbc.sql(sql).query(Long.class).single();
            if (wrong > 0) {
                disorder.add(what + ": " + wrong + " wrong");
            }
        });
        return disorder;
    }
}
