package tenure.reliability.killing;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tenure.eventstore.proof.LogSnapshot;
import tenure.eventstore.proof.LogVerifier;
import tenure.eventstore.proof.Verdict.Damaged;
import tenure.reliability.killing.Journal.Told;

/**
 * Compares the journal with the log.
 *
 * @param lost     acknowledged commands whose events are not where their clients were told
 * @param doubled  commands that had more effect than their clients were told, or more than one without an answer; also
 *                 orders of Tenure itself, each of which records one event
 * @param foreign  events of commands that neither a client sent nor Tenure gave itself
 * @param disorder what the verifier of the log finds wrong
 */
record JournalCheck(List<String> lost, List<String> doubled, List<String> foreign, List<String> disorder) {

    /** Compares everything after a position: that of the log when the first client began. */
    static JournalCheck of(Journal journal, DataSource database, long after) throws SQLException {
        var jdbc = JdbcClient.create(database);
        Map<String, Set<Told>> stored = new HashMap<>();
        jdbc.sql("select command_key, position, event_id from eventstore.event where position > ?")
                .param(after)
                .query(row -> {
                    stored.computeIfAbsent(row.getString("command_key"), key -> new HashSet<>())
                            .add(new Told(row.getLong("position"), row.getString("event_id")));
                });
        var remembered = keysOf(jdbc, "local");
        var ordered = keysOf(jdbc, "tenure");
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
        ordered.stream()
                .filter(key -> stored.getOrDefault(key, Set.of()).size() > 1)
                .forEach(doubled::add);
        var foreign = stored.keySet().stream()
                .filter(key -> !journal.entries().containsKey(key) && !ordered.contains(key))
                .toList();
        return new JournalCheck(lost, doubled, foreign, disorder(database));
    }

    private static Set<String> keysOf(JdbcClient jdbc, String caller) {
        return new HashSet<>(jdbc.sql("select key from eventstore.command where caller = ?")
                .param(caller)
                .query(String.class)
                .list());
    }

    private static List<String> disorder(DataSource database) throws SQLException {
        try (var connection = database.getConnection()) {
            var verifier = new LogVerifier(List.of(), (done, total) -> {});
            return verifier.verify(LogSnapshot.begin(connection)) instanceof Damaged damaged
                    ? List.of(damaged.toString())
                    : List.of();
        }
    }
}
