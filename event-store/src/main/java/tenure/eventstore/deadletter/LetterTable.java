package tenure.eventstore.deadletter;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.deadletter.Cause;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.ThrowableCause;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tenure.eventstore.PostgresEventStorageEngine;

/** The statements about letters. Their events are read from the log. */
public final class LetterTable {

    private final JdbcClient jdbc;
    private final Events events;
    private final Serializer serializer;

    /**
     * Letters about the events of a log.
     *
     * @param events     reads events by their positions
     * @param serializer writes replay tokens and diagnostics
     */
    public LetterTable(JdbcClient jdbc, Events events, Serializer serializer) {
        this.jdbc = jdbc;
        this.events = events;
        this.serializer = serializer;
    }

    /** Reads events by position. */
    @FunctionalInterface
    public interface Events {
        /** The events at these positions, in the order of the log. */
        List<? extends TrackedEventMessage<?>> at(List<Long> positions);
    }

    /**
     * Stores a letter. A letter about the same event, from before a replay, is replaced; a cause that is known stays
     * known.
     */
    void store(String processor, String sequence, TrackedEventMessage<?> event, DeadLetter<?> letter) {
        var token = event.trackingToken();
        // The rest of a token is the event's position, which is kept anyway.
        var replay = token instanceof ReplayToken ? serializer.serialize(token, byte[].class) : null;
        jdbc.sql("""
                insert into eventstore.dead_letter as kept
                    (processor, sequence, position, replay_token, token_type, cause_type, cause_message, diagnostics)
                values (:processor, :sequence, :position, :token, :tokenType, :causeType, :causeMessage, :diagnostics)
                on conflict (processor, sequence, position) do update
                set replay_token = excluded.replay_token, token_type = excluded.token_type,
                    cause_type = coalesce(excluded.cause_type, kept.cause_type),
                    cause_message = coalesce(excluded.cause_message, kept.cause_message),
                    diagnostics = excluded.diagnostics, last_touched_at = clock_timestamp()
                """)
                .param("processor", processor)
                .param("sequence", sequence)
                .param("position", PostgresEventStorageEngine.position(token))
                .param("token", replay == null ? null : replay.getData())
                .param("tokenType", replay == null ? null : replay.getType().getName())
                .param("causeType", letter.cause().map(Cause::type).orElse(null))
                .param("causeMessage", letter.cause().map(LetterTable::message).orElse(null))
                .param("diagnostics", bytes(letter.diagnostics()))
                .update();
    }

    /** Writes down that a letter was tried again. Returns false when it is not there. */
    boolean touch(String processor, LogLetter letter) {
        return jdbc.sql("""
                        update eventstore.dead_letter
                        set cause_type = :causeType, cause_message = :causeMessage, diagnostics = :diagnostics,
                            last_touched_at = clock_timestamp()
                        where processor = :processor and sequence = :sequence and position = :position
                        """)
                        .param("causeType", letter.cause().map(Cause::type).orElse(null))
                        .param(
                                "causeMessage",
                                letter.cause().map(LetterTable::message).orElse(null))
                        .param("diagnostics", bytes(letter.diagnostics()))
                        .param("processor", processor)
                        .param("sequence", letter.sequence())
                        .param("position", letter.position())
                        .update()
                > 0;
    }

    int delete(String processor, String sequence, long position) {
        return jdbc.sql("delete from eventstore.dead_letter where processor = ? and sequence = ? and position = ?")
                .params(processor, sequence, position)
                .update();
    }

    int delete(String processor, String sequence) {
        return jdbc.sql("delete from eventstore.dead_letter where processor = ? and sequence = ?")
                .params(processor, sequence)
                .update();
    }

    void clear(String processor) {
        jdbc.sql("delete from eventstore.dead_letter where processor = ?")
                .param(processor)
                .update();
    }

    boolean contains(String processor, String sequence) {
        return jdbc.sql(
                        "select exists (select from eventstore.dead_letter where processor = ? and sequence = ?) as there")
                .params(processor, sequence)
                .query((row, number) -> row.getBoolean("there"))
                .single();
    }

    long size(String processor) {
        return count("select count(*) as found from eventstore.dead_letter where processor = ?", processor);
    }

    long sequences(String processor) {
        return count(
                "select count(distinct sequence) as found from eventstore.dead_letter where processor = ?", processor);
    }

    long size(String processor, String sequence) {
        return count(
                "select count(*) as found from eventstore.dead_letter where processor = ? and sequence = ?",
                processor,
                sequence);
    }

    private long count(String sql, Object... keys) {
        return jdbc.sql(sql)
                .params(keys)
                .query((row, number) -> row.getLong("found"))
                .single();
    }

    List<String> sequenceNames(String processor) {
        return jdbc.sql("select distinct sequence from eventstore.dead_letter where processor = ? order by sequence")
                .param(processor)
                .query((row, number) -> row.getString("sequence"))
                .list();
    }

    /** The first letter of a sequence, by its place. */
    record Head(String sequence, long position) {}

    /** First letters of the sequences that nobody works on, the least recently touched one first. */
    List<Head> heads(String processor, double claimTimeoutSeconds) {
        return jdbc.sql("""
                select head.sequence, head.position
                from (select distinct on (sequence) sequence, position, last_touched_at
                      from eventstore.dead_letter where processor = :processor
                      order by sequence, position) head
                where not exists (
                    select from eventstore.dead_letter_claim c
                    where c.processor = :processor and c.sequence = head.sequence
                      and c.claimed_at >= clock_timestamp() - make_interval(secs => :timeout))
                order by head.last_touched_at, head.position
                """)
                .param("processor", processor)
                .param("timeout", claimTimeoutSeconds)
                .query((row, number) -> new Head(row.getString("sequence"), row.getLong("position")))
                .list();
    }

    /** The letters that these sequences begin with, in the order asked for; those that are gone are left out. */
    List<LogLetter> letters(String processor, List<Head> heads) {
        var rows = jdbc.sql("""
                select l.* from eventstore.dead_letter l
                join unnest(:sequences, :positions) with ordinality wanted (sequence, position, nth)
                  on wanted.sequence = l.sequence and wanted.position = l.position
                where l.processor = :processor
                order by wanted.nth
                """)
                .param("sequences", heads.stream().map(Head::sequence).toArray(String[]::new))
                .param("positions", heads.stream().map(Head::position).toArray(Long[]::new))
                .param("processor", processor)
                .query(LetterTable::row)
                .list();
        return withEvents(rows);
    }

    /** The letters of a sequence that follow a position, in order. */
    List<LogLetter> letters(String processor, String sequence, long after, int limit) {
        return withEvents(jdbc.sql("""
                select * from eventstore.dead_letter
                where processor = ? and sequence = ? and position > ? order by position limit ?
                """)
                .params(processor, sequence, after, limit)
                .query(LetterTable::row)
                .list());
    }

    Optional<LogLetter> first(String processor, String sequence) {
        return letters(processor, sequence, -1, 1).stream().findFirst();
    }

    private record Row(
            String sequence,
            long position,
            byte @Nullable [] token,
            @Nullable String tokenType,
            @Nullable Cause cause,
            byte[] diagnostics,
            Instant enqueuedAt,
            Instant lastTouchedAt) {}

    private static Row row(ResultSet row, int number) throws SQLException {
        var causeType = row.getString("cause_type");
        return new Row(
                row.getString("sequence"),
                row.getLong("position"),
                row.getBytes("replay_token"),
                row.getString("token_type"),
                causeType == null ? null : new ThrowableCause(causeType, row.getString("cause_message")),
                row.getBytes("diagnostics"),
                row.getObject("enqueued_at", OffsetDateTime.class).toInstant(),
                row.getObject("last_touched_at", OffsetDateTime.class).toInstant());
    }

    private List<LogLetter> withEvents(List<Row> rows) {
        var byPosition = new HashMap<Long, TrackedEventMessage<?>>();
        for (var event : events.at(rows.stream().map(Row::position).toList())) {
            byPosition.put(PostgresEventStorageEngine.position(event.trackingToken()), event);
        }
        var letters = new ArrayList<LogLetter>(rows.size());
        for (var row : rows) {
            var event = byPosition.get(row.position());
            if (event == null) {
                throw new IllegalStateException("A letter names position " + row.position() + ", where no event is.");
            }
            letters.add(new LogLetter(
                    row.sequence(),
                    row.position(),
                    row.token() == null ? event : event.withTrackingToken(token(row)),
                    row.cause(),
                    row.enqueuedAt(),
                    row.lastTouchedAt(),
                    serializer.deserialize(stored(row.diagnostics(), MetaData.class.getName())),
                    null));
        }
        return letters;
    }

    private TrackingToken token(Row row) {
        return serializer.deserialize(stored(row.token(), row.tokenType()));
    }

    private static SimpleSerializedObject<byte[]> stored(byte @Nullable [] bytes, @Nullable String type) {
        return new SimpleSerializedObject<>(bytes, byte[].class, type, null);
    }

    private byte[] bytes(MetaData diagnostics) {
        return serializer.serialize(diagnostics, byte[].class).getData();
    }

    private static @Nullable String message(Cause cause) {
        return cause.message() == null ? null : storable(cause.message());
    }

    /** Text as the database can keep it: it knows no NUL and no half of a pair. */
    static String storable(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).replace('\0', '\uFFFD');
    }
}
