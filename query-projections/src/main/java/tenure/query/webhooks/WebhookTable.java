package tenure.query.webhooks;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tenure.query.shared.cloudevents.EventFilter;

/** The endpoints, as those who manage them see them. */
@Repository
class WebhookTable {

    private static final int OVERLAP_HOURS = 24;

    private final JdbcClient jdbc;

    WebhookTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void create(String id, String url, String description, EventFilter filter, String secret, long position) {
        jdbc.sql("""
                insert into query.webhook (webhook_id, url, description, types, customer_id, secret, position)
                values (:id, :url, :description, :types, :customerId, :secret, :position)
                """)
                .param("id", id)
                .param("url", url)
                .param("description", description)
                .param("types", filter.types().toArray(String[]::new))
                .param("customerId", filter.customerId())
                .param("secret", secret)
                .param("position", position)
                .update();
    }

    /** All endpoints, the oldest first. */
    List<WebhookStatus> all() {
        return jdbc.sql("select * from query.webhook order by created_at, webhook_id")
                .query(WebhookTable::status)
                .list();
    }

    Optional<WebhookStatus> find(String id) {
        return jdbc.sql("select * from query.webhook where webhook_id = ?")
                .param(id)
                .query(WebhookTable::status)
                .optional();
    }

    /** An endpoint for a message of its own, beside the deliveries in their order. */
    Optional<Webhook> target(String id) {
        return jdbc.sql(WebhookClaims.SELECT + " where webhook_id = ?")
                .param(id)
                .query(WebhookClaims::webhook)
                .optional();
    }

    /**
     * Changes an endpoint. Whoever delivers just now finds its claim gone, and what it does meanwhile does not count.
     *
     * @param position goes on behind it, forward or back; null goes on where it is
     * @param enabled  null leaves that as it is
     */
    void change(String id, @Nullable Long position, @Nullable Boolean enabled) {
        jdbc.sql("""
                update query.webhook
                set position = coalesce(:position::bigint, position),
                    enabled = coalesce(:enabled::boolean, enabled),
                    disabled_reason = case when :enabled::boolean is null then disabled_reason
                                           when not :enabled::boolean then 'It was disabled by hand.' end,
                    attempts = 0, next_attempt_at = null, owner = null, epoch = epoch + 1
                where webhook_id = :id
                """)
                .param("position", position)
                .param("enabled", enabled)
                .param("id", id)
                .update();
    }

    /**
     * Makes the next attempt due now, if it is one for the event at this position.
     *
     * @return false when the endpoint is disabled or waits with another event
     */
    boolean hurry(String id, long position) {
        return jdbc.sql("""
                update query.webhook set next_attempt_at = null
                where webhook_id = ? and enabled and position = ? - 1
                """).params(id, position).update() > 0;
    }

    /**
     * The secret becomes the old one, which signs for another day. While there is an old one already, that stays: it is the
     * one that the receiver surely has.
     */
    Instant rotate(String id, String secret) {
        return jdbc.sql("""
                update query.webhook
                set old_secret = case when old_until > clock_timestamp() then old_secret else secret end,
                    old_until = clock_timestamp() + :hours * interval '1 hour', secret = :secret
                where webhook_id = :id
                returning old_until
                """)
                .param("hours", OVERLAP_HOURS)
                .param("secret", secret)
                .param("id", id)
                .query((row, number) ->
                        row.getObject("old_until", OffsetDateTime.class).toInstant())
                .single();
    }

    /** Deletes an endpoint with its deliveries. */
    void delete(String id) {
        jdbc.sql("delete from query.webhook where webhook_id = ?").param(id).update();
    }

    static EventFilter filter(ResultSet row) throws SQLException {
        return new EventFilter(Set.of(strings(row.getArray("types"))), row.getString("customer_id"));
    }

    private static String[] strings(Array array) throws SQLException {
        return (String[]) array.getArray();
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    static Instant known(ResultSet row, String column) throws SQLException {
        var instant = WebhookTable.instant(row, column);
        if (instant == null) {
            throw new SQLException(column + " is missing.");
        }
        return instant;
    }

    private static WebhookStatus status(ResultSet row, int number) throws SQLException {
        return new WebhookStatus(
                row.getString("webhook_id"),
                row.getString("url"),
                row.getString("description"),
                List.of(strings(row.getArray("types"))),
                row.getString("customer_id"),
                row.getBoolean("enabled"),
                row.getString("disabled_reason"),
                known(row, "created_at"),
                row.getLong("position"),
                row.getInt("attempts"),
                instant(row, "next_attempt_at"));
    }
}
