package tenure.eventstore;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.eventhandling.tokenstore.UnableToInitializeTokenException;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps how far Axon's processors have read, in the database of the log.
 *
 * <p>Every write names the owner and the epoch of its claim. An owner that was paused while another took over has an
 * old epoch, so its late write changes nothing and it learns that it has lost the claim. Times are the database's.
 */
public final class PostgresTokenStore implements TokenStore {

    private final JdbcClient jdbc;
    private final Serializer serializer;
    private final String owner;
    private final Duration claimTimeout;
    private final Map<Claim, Long> epochs = new ConcurrentHashMap<>();

    private record Claim(String processor, int segment) {}

    /**
     * A store for one node.
     *
     * @param owner        name of the node, different from that of any other, and from its own before a restart
     * @param claimTimeout after this time without a sign of life a claim may be taken over
     */
    public PostgresTokenStore(JdbcClient jdbc, Serializer serializer, String owner, Duration claimTimeout) {
        this.jdbc = jdbc;
        this.serializer = serializer;
        this.owner = owner;
        this.claimTimeout = claimTimeout;
    }

    @Override
    public boolean requiresExplicitSegmentInitialization() {
        return true;
    }

    @Override
    public void initializeTokenSegments(String processor, int segments) {
        initializeTokenSegments(processor, segments, null);
    }

    @Override
    public void initializeTokenSegments(String processor, int segments, @Nullable TrackingToken token) {
        if (fetchSegments(processor).length > 0) {
            throw new UnableToClaimTokenException("The segments of " + processor + " have been initialized before.");
        }
        for (int segment = 0; segment < segments; segment++) {
            initializeSegment(token, processor, segment);
        }
    }

    @Override
    public void initializeSegment(@Nullable TrackingToken token, String processor, int segment) {
        var stored = Stored.of(token, serializer);
        // A violated key would be an error, after which the transaction that this is part of could not commit.
        var added = jdbc.sql("""
                insert into eventstore.token (processor, segment, token, token_type) values (?, ?, ?, ?)
                on conflict do nothing
                """)
                .param(processor)
                .param(segment)
                .param(stored.bytes())
                .param(stored.type())
                .update();
        if (added == 0) {
            throw new UnableToInitializeTokenException(
                    "Segment " + segment + " of " + processor + " has a token already.");
        }
    }

    @Override
    public void storeToken(@Nullable TrackingToken token, String processor, int segment) {
        var stored = Stored.of(token, serializer);
        var changed = jdbc.sql("""
                update eventstore.token
                set token = :token, token_type = :type, claimed_at = clock_timestamp()
                where processor = :processor and segment = :segment and owner = :owner and epoch = :epoch
                """)
                .param("token", stored.bytes())
                .param("type", stored.type())
                .param("processor", processor)
                .param("segment", segment)
                .param("owner", owner)
                .param("epoch", epoch(processor, segment))
                .update();
        requireClaim(changed, processor, segment);
    }

    @Override
    public @Nullable TrackingToken fetchToken(String processor, int segment) {
        var claimed = jdbc.sql("""
                update eventstore.token
                set owner = :owner, claimed_at = clock_timestamp(),
                    epoch = epoch + case when owner = :owner and epoch = :epoch then 0 else 1 end
                where processor = :processor and segment = :segment
                  and (owner is null or owner = :owner
                       or claimed_at < clock_timestamp() - make_interval(secs => :timeout))
                returning token, token_type, epoch
                """)
                .param("owner", owner)
                .param("epoch", epoch(processor, segment))
                .param("processor", processor)
                .param("segment", segment)
                .param("timeout", claimTimeout.toMillis() / 1000.0)
                .query((row, number) -> new Claimed(token(row), row.getLong("epoch")))
                .optional();
        requireClaim(claimed.isPresent() ? 1 : 0, processor, segment);
        epochs.put(new Claim(processor, segment), claimed.orElseThrow().epoch());
        return claimed.orElseThrow().token();
    }

    /** The position up to which a processor has handled everything, without claiming it; 0 before it has begun. */
    public long position(String processor) {
        return jdbc
                .sql("select token, token_type from eventstore.token where processor = ?")
                .param(processor)
                .query((row, number) -> PostgresEventStorageEngine.position(token(row)))
                .list()
                .stream()
                .mapToLong(Long::longValue)
                .min()
                .orElse(0);
    }

    @Override
    public void extendClaim(String processor, int segment) {
        var changed = jdbc.sql("""
                update eventstore.token set claimed_at = clock_timestamp()
                where processor = ? and segment = ? and owner = ? and epoch = ?
                """)
                .param(processor)
                .param(segment)
                .param(owner)
                .param(epoch(processor, segment))
                .update();
        requireClaim(changed, processor, segment);
    }

    @Override
    public void releaseClaim(String processor, int segment) {
        jdbc.sql("""
                update eventstore.token set owner = null
                where processor = ? and segment = ? and owner = ? and epoch = ?
                """)
                .param(processor)
                .param(segment)
                .param(owner)
                .param(epoch(processor, segment))
                .update();
        epochs.remove(new Claim(processor, segment));
    }

    @Override
    public void deleteToken(String processor, int segment) {
        var changed = jdbc.sql(
                        "delete from eventstore.token where processor = ? and segment = ? and owner = ? and epoch = ?")
                .param(processor)
                .param(segment)
                .param(owner)
                .param(epoch(processor, segment))
                .update();
        requireClaim(changed, processor, segment);
    }

    @Override
    public int[] fetchSegments(String processor) {
        return jdbc
                .sql("select segment from eventstore.token where processor = ? order by segment")
                .param(processor)
                .query((row, number) -> row.getInt("segment"))
                .list()
                .stream()
                .mapToInt(Integer::intValue)
                .toArray();
    }

    @Override
    public Optional<String> retrieveStorageIdentifier() {
        return Optional.of(jdbc.sql("select system_identifier::text || '/' || current_database() as storage"
                        + " from pg_control_system()")
                .query((row, number) -> row.getString("storage"))
                .single());
    }

    private record Claimed(@Nullable TrackingToken token, long epoch) {}

    private long epoch(String processor, int segment) {
        return epochs.getOrDefault(new Claim(processor, segment), -1L);
    }

    private void requireClaim(int rows, String processor, int segment) {
        if (rows == 0) {
            epochs.remove(new Claim(processor, segment));
            throw new UnableToClaimTokenException(
                    "Segment " + segment + " of " + processor + " is not claimed by " + owner + ".");
        }
    }

    private @Nullable TrackingToken token(ResultSet row) throws SQLException {
        var type = row.getString("token_type");
        return type == null
                ? null
                : serializer.deserialize(new SimpleSerializedObject<>(row.getBytes("token"), byte[].class, type, null));
    }

    /** A token as it is kept; positions and the tokens of a replay alike. */
    private record Stored(byte @Nullable [] bytes, @Nullable String type) {

        static Stored of(@Nullable TrackingToken token, Serializer serializer) {
            if (token == null) {
                return new Stored(null, null);
            }
            var serialized = serializer.serialize(token, byte[].class);
            return new Stored(serialized.getData(), serialized.getType().getName());
        }
    }
}
