package tenure.eventstore;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The statements that read the log for Axon: a stream's events and snapshot, and pages of the whole log. */
final class StreamTable {

    private static final Logger LOG = LoggerFactory.getLogger(StreamTable.class);

    /** How far ahead of its recording an event may be dated and still be found by time. */
    private static final Duration DATED_AHEAD = Duration.ofDays(1);

    private static final String EVENT = """
            select e.position, e.event_id, t.name as type, t.revision::text, s.stream, s.kind, e.version, e.occurred_at,
                   e.correlation_id, e.causation_id, e.command_key, e.actor, e.payload, e.metadata
            from eventstore.event e
            join eventstore.event_type t on t.type_id = e.type_id
            """;

    private static final String OF_STREAM = EVENT + """
            join eventstore.stream_head s on s.stream_no = e.stream_no
            where s.stream = :stream and e.version >
            """;

    /** Streams by their index, an event at a time: a plain join may well read all that there are for one page. */
    private static final String OF_LOG = EVENT + """
            join lateral (select h.stream, h.kind from eventstore.stream_head h where h.stream_no = e.stream_no limit 1) s
              on true
            """;

    /** A snapshot in the columns of an event; it has no position. */
    private static final String SNAPSHOT = """
            select null::bigint, null::uuid, type, revision, stream, kind, version, recorded_at,
                   null, null, null, null, payload, metadata
            from eventstore.snapshot where stream = :stream
            """;

    private final JdbcClient jdbc;
    private final StoredMessages messages;

    StreamTable(JdbcClient jdbc, StoredMessages messages) {
        this.jdbc = jdbc;
        this.messages = messages;
    }

    List<DomainEventMessage<?>> stream(String stream, long firstVersion) {
        return jdbc.sql(OF_STREAM + ":before order by e.version")
                .param("stream", stream)
                .param("before", firstVersion - 1)
                .<DomainEventMessage<?>>query((row, number) -> domainEvent(row))
                .list();
    }

    /** The snapshot, if there is one that can be read, and the events after it, or else all events. */
    List<DomainEventMessage<?>> snapshotAndTail(String stream) {
        return jdbc.sql(OF_STREAM + """
                coalesce((select version from eventstore.snapshot where stream = :stream), -1)
                union all
                """ + SNAPSHOT + "order by version")
                .param("stream", stream)
                .query(rows -> {
                    var events = new ArrayList<DomainEventMessage<?>>();
                    while (rows.next()) {
                        if (rows.getString("event_id") != null) {
                            events.add(domainEvent(rows));
                        } else {
                            var snapshot = snapshot(rows);
                            if (snapshot.isEmpty()) {
                                return Optional.<List<DomainEventMessage<?>>>empty();
                            }
                            events.add(snapshot.get());
                        }
                    }
                    return Optional.<List<DomainEventMessage<?>>>of(events);
                })
                .orElseGet(() -> stream(stream, 0));
    }

    List<TrackedEventMessage<?>> page(long after, int size) {
        return jdbc.sql(OF_LOG + "where e.position > :after and e.position <= :upTo order by e.position")
                .param("after", after)
                .param("upTo", after + size)
                .<TrackedEventMessage<?>>query((row, number) -> trackedEvent(row))
                .list();
    }

    /**
     * The first events in {@code (after, upTo]} that are of these types.
     *
     * @param last whether the last event of the stretch comes too, whatever its type
     */
    List<TrackedEventMessage<?>> page(long after, long upTo, Collection<String> types, boolean last, int limit) {
        return jdbc.sql(OF_LOG + """
                where e.position > :after and e.position <= :upTo and (t.name = any (:types) or e.position = :last)
                order by e.position limit :limit
                """)
                .param("after", after)
                .param("upTo", upTo)
                .param("types", types.toArray(String[]::new))
                .param("last", last ? upTo : 0)
                .param("limit", limit)
                .<TrackedEventMessage<?>>query((row, number) -> trackedEvent(row))
                .list();
    }

    List<TrackedEventMessage<?>> at(List<Long> positions) {
        return jdbc.sql(OF_LOG + "where e.position = any (:positions) order by e.position")
                .param("positions", positions.toArray(Long[]::new))
                .<TrackedEventMessage<?>>query((row, number) -> trackedEvent(row))
                .list();
    }

    Optional<Long> version(String stream) {
        return jdbc.sql("select version from eventstore.stream_head where stream = :stream")
                .param("stream", stream)
                .query(Long.class)
                .optional();
    }

    long head() {
        return jdbc.sql("select position from eventstore.log_head")
                .query(Long.class)
                .single();
    }

    /**
     * Last position before the first event that occurred at or after a moment; the head when there is none. Batches
     * lie in the order of their recording, so the search begins where recording reached that moment.
     */
    long positionBefore(Instant time) {
        return jdbc.sql("""
                select coalesce(
                    (select e.position - 1
                     from eventstore.event e
                     where e.occurred_at >= :time
                       and e.position >= (select b.first_position
                                          from eventstore.batch b
                                          where b.recorded_at >= :recordedFrom
                                          order by b.recorded_at, b.first_position
                                          limit 1)
                     order by e.position
                     limit 1),
                    (select position from eventstore.log_head))
                """)
                .param("time", time.atOffset(ZoneOffset.UTC))
                .param("recordedFrom", time.minus(DATED_AHEAD).atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    void storeSnapshot(String stream, String kind, long version, EventType type, byte[] payload, byte[] metadata) {
        jdbc.sql("""
                insert into eventstore.snapshot (stream, kind, version, type, revision, payload, metadata)
                values (:stream, :kind, :version, :type, :revision, :payload, :metadata)
                on conflict (stream) do update
                set version = excluded.version, type = excluded.type, revision = excluded.revision,
                    payload = excluded.payload, metadata = excluded.metadata, recorded_at = clock_timestamp()
                where snapshot.version <= excluded.version
                """)
                .param("stream", stream)
                .param("kind", kind)
                .param("version", version)
                .param("type", type.name())
                .param("revision", Integer.toString(type.revision()))
                .param("payload", payload)
                .param("metadata", metadata)
                .update();
    }

    Optional<DomainEventMessage<?>> snapshot(String stream) {
        return jdbc.sql(SNAPSHOT)
                .param("stream", stream)
                .query((row, number) -> snapshot(row))
                .optional()
                .flatMap(snapshot -> snapshot);
    }

    /** A snapshot is only a short cut: one that this version cannot read is as good as none. */
    private Optional<DomainEventMessage<?>> snapshot(ResultSet row) throws SQLException {
        var stream = row.getString("stream");
        try {
            return Optional.of(new GenericDomainEventMessage<>(
                    row.getString("kind"),
                    stream,
                    row.getLong("version"),
                    payload(row),
                    messages.metadata(row.getBytes("metadata"))));
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("The snapshot of {} cannot be read, so all its events are: {}", stream, e.toString());
            return Optional.empty();
        }
    }

    private TrackedEventMessage<?> trackedEvent(ResultSet row) throws SQLException {
        var token = new GlobalSequenceTrackingToken(row.getLong("position"));
        if (row.getString("kind") != null) {
            return new GenericTrackedDomainEventMessage<>(token, domainEvent(row));
        }
        return new GenericTrackedEventMessage<>(
                token,
                new GenericEventMessage<>(row.getString("event_id"), payload(row), metadata(row), occurredAt(row)));
    }

    private DomainEventMessage<?> domainEvent(ResultSet row) throws SQLException {
        return new GenericDomainEventMessage<>(
                row.getString("kind"),
                row.getString("stream"),
                row.getLong("version"),
                payload(row),
                metadata(row),
                row.getString("event_id"),
                occurredAt(row));
    }

    private Object payload(ResultSet row) throws SQLException {
        return messages.payload(
                new EventType(row.getString("type"), Integer.parseInt(row.getString("revision"))),
                row.getBytes("payload"));
    }

    private Map<String, String> metadata(ResultSet row) throws SQLException {
        var metadata = new HashMap<>(messages.metadata(row.getBytes("metadata")));
        put(metadata, EventMetadata.CORRELATION_ID, row.getString("correlation_id"));
        put(metadata, EventMetadata.CAUSATION_ID, row.getString("causation_id"));
        put(metadata, EventMetadata.COMMAND_KEY, row.getString("command_key"));
        put(metadata, EventMetadata.ACTOR, row.getString("actor"));
        return metadata;
    }

    private static void put(Map<String, String> metadata, String name, @Nullable String value) {
        if (value != null) {
            metadata.put(name, value);
        }
    }

    private static Instant occurredAt(ResultSet row) throws SQLException {
        return row.getObject("occurred_at", OffsetDateTime.class).toInstant();
    }
}
