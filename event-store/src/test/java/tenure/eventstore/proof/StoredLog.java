package tenure.eventstore.proof;

import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;

/** The log as it was written, and dice. */
final class StoredLog {
    final Random random;
    final Forger forger;
    final List<Batch> batches;
    final TreeMap<Long, Hash> checkpoints;
    final long end;

    /** @param checkpoints by position */
    StoredLog(Random random, Forger forger, List<Batch> batches, TreeMap<Long, Hash> checkpoints) {
        this.random = random;
        this.forger = forger;
        this.batches = batches;
        this.checkpoints = checkpoints;
        this.end = batches.getLast().last;
    }

    long position() {
        return 1 + random.nextLong(end);
    }

    long otherThan(long position) {
        return 1 + (position + random.nextLong(end - 1)) % end;
    }

    Batch batch() {
        return batches.get(random.nextInt(batches.size()));
    }

    Batch batchAfterTheFirst() {
        return batches.get(1 + random.nextInt(batches.size() - 1));
    }

    <T> T oneOf(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }

    long streamOf(long position) throws SQLException {
        return forger.number("select stream_no from eventstore.event where position = " + position);
    }

    List<String> columns(String table) {
        return switch (table) {
            case "event" ->
                List.of(
                        "position",
                        "stream_no",
                        "version",
                        "event_id",
                        "type_id",
                        "occurred_at",
                        "recorded_at",
                        "customer_id",
                        "user_id",
                        "correlation_id",
                        "causation_id",
                        "command_key",
                        "actor",
                        "payload",
                        "metadata",
                        "leaf");
            default -> List.of("first_position", "last_position", "recorded_at", "previous_hash", "hash");
        };
    }

    /** Flips one bit of one value. Returns whether that was possible. */
    boolean flip(String table, String column, String where) throws SQLException {
        int bit = random.nextInt(1 << 20);
        var flipped = switch (column) {
            case "payload", "metadata", "leaf", "hash", "previous_hash" ->
                "set_bit(%1$s, %2$d %% (8 * octet_length(%1$s)), 1 - get_bit(%1$s, %2$d %% (8 * octet_length(%1$s))))";
            case "event_id", "log" ->
                "encode(set_bit(uuid_send(%1$s), %2$d %% 128, 1 - get_bit(uuid_send(%1$s), %2$d %% 128)), 'hex')::uuid";
            case "occurred_at", "recorded_at" -> "%1$s + (1::bigint << (%2$d %% 40)) * interval '1 microsecond'";
            case "position", "version", "stream_no", "first_position", "last_position" ->
                "%1$s # (1::bigint << (%2$d %% 63))";
            case "type_id", "revision" -> "%1$s # (1 << (%2$d %% 31))";
            // The lowest bits of an ASCII character, which leave it one.
            default ->
                "overlay(%1$s placing chr(ascii(substr(%1$s, 1 + %2$d %% length(%1$s), 1)) # 1)"
                        + " from 1 + %2$d %% length(%1$s))";
        };
        var identity = List.of("stream_no", "type_id").contains(column) && !table.equals("event");
        if (identity) {
            forger.run("alter table eventstore.%s alter %s drop identity".formatted(table, column));
        }
        var filled = column.matches("payload|metadata") ? " and octet_length(%s) > 0".formatted(column) : "";
        return forger.tries(("update eventstore.%3$s set %1$s = " + flipped + " where %1$s is not null and %4$s%5$s")
                .formatted(column, bit, table, where, filled));
    }

    OptionalLong deleteEvents(long from, long count) throws SQLException {
        forger.run("delete from eventstore.event where position between %d and %d".formatted(from, from + count - 1));
        return OptionalLong.of(from);
    }

    OptionalLong truncateFrom(Batch batch) throws SQLException {
        forger.run("delete from eventstore.batch where last_position >= " + batch.last);
        return deleteEvents(batch.first, end);
    }

    /** Changes the payload of an event and computes its leaf anew. Returns its batch. */
    Batch rewrite(long position) throws SQLException {
        forger.run("update eventstore.event set payload = payload || ' '::bytea where position = " + position);
        forger.newLeaf(position);
        return batchOf(position);
    }

    Batch batchOf(long position) {
        return batches.stream()
                .filter(batch -> batch.first <= position && position <= batch.last)
                .findFirst()
                .orElseThrow();
    }

    /** A copy of an event, which can pass for another one when it is made plausible. */
    void copyEvent(long from, long to, boolean plausible) throws SQLException {
        var id = plausible ? "gen_random_uuid()" : "event_id";
        var version = plausible
                ? "(select h.version + 1 from eventstore.stream_head h where h.stream_no = e.stream_no)"
                : "version";
        forger.run(("insert into eventstore.event select %d, stream_no, %s, %s, type_id, occurred_at, recorded_at,"
                        + " customer_id, user_id, correlation_id, causation_id, command_key, actor, payload, metadata,"
                        + " leaf from eventstore.event e where position = %d")
                .formatted(to, version, id, from));
        if (plausible) {
            forger.newLeaf(to);
        }
    }

    /**
     * Where an event put in between shows. By its version, as a rule; one that nothing follows in its stream has a
     * fitting version too, and then it is its neighbour that does not fit its new place.
     */
    long shownBy(long forged) throws SQLException {
        long later = forger.number(
                "select count(*) from eventstore.event where position > %1$d and stream_no = (select stream_no from"
                                .formatted(forged)
                        + " eventstore.event where position = %1$d)".formatted(forged));
        if (later > 0 || forged > end) {
            return forged;
        }
        var batch = batchOf(forged);
        return forged < batch.last ? forged + 1 : batch.first;
    }

    long firstBatchThatDiffers() throws SQLException {
        var lasts = forger.numbers("select last_position from eventstore.batch order by last_position");
        for (int i = 0; i < lasts.size(); i++) {
            if (lasts.get(i) != batches.get(i).last) {
                var isLast = i == lasts.size() - 1;
                return isLast && lasts.get(i) > end ? end + 1 : batches.get(i).first;
            }
        }
        throw new IllegalStateException();
    }

    long lastCheckpointBefore(long position) {
        var before = checkpoints.lowerKey(position);
        return before == null ? 0 : before;
    }

    /** A batch of the log as it was written. */
    record Batch(long first, long last) {
        long size() {
            return last - first + 1;
        }
    }
}
