package tenure.query.webhooks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tenure.query.shared.cloudevents.CloudEvent;

/**
 * Who delivers to which endpoint, and how far. A claim is for a minute by the clock of the database and is renewed by all
 * that is done under it; whoever lost it writes nothing.
 */
@Repository
class WebhookClaims {

    static final String SELECT = """
            select webhook_id, url, types, customer_id, secret,
                   case when old_until > clock_timestamp() then old_secret end as old_secret, position, attempts,
                   coalesce(extract(epoch from next_attempt_at - clock_timestamp()) * 1000, 0)::bigint as wait_millis
            from query.webhook""";

    /** Longer than an attempt may take, by far. */
    private static final String LEASE = "clock_timestamp() + interval '60 seconds'";

    private final JdbcClient jdbc;
    private final WebhookConnections connections;

    WebhookClaims(JdbcClient jdbc, WebhookConnections connections) {
        this.jdbc = jdbc;
        this.connections = connections;
    }

    /** The right to deliver to an endpoint. */
    record Claim(String webhookId, long epoch) {}

    /** What is done after an attempt: the endpoint goes on, waits, or gets nothing more. */
    record Decision(
            String status,
            @Nullable Duration pause,
            @Nullable String disabledReason) {

        static final Decision GO_ON = new Decision("delivered", null, null);

        static Decision again(Duration pause) {
            return new Decision("pending", pause, null);
        }

        static Decision disable(String reason) {
            return new Decision("failed", null, reason);
        }
    }

    /** Takes an enabled endpoint to which nobody delivers. */
    Optional<Claim> take(String owner) {
        return connections.run(() -> jdbc.sql(
                        "update query.webhook set owner = :owner, epoch = epoch + 1, claimed_until = " + LEASE + """
                 where webhook_id = (
                    select webhook_id from query.webhook
                    where enabled and (owner is null or claimed_until < clock_timestamp())
                    order by webhook_id limit 1
                    for update skip locked)
                returning webhook_id, epoch
                """)
                .param("owner", owner)
                .query((row, number) -> new Claim(row.getString("webhook_id"), row.getLong("epoch")))
                .optional());
    }

    /** The endpoint as it is now; empty when the claim is lost or nothing is to be delivered any more. */
    Optional<Webhook> look(Claim claim) {
        return connections.run(() -> jdbc.sql(SELECT + " where webhook_id = ? and epoch = ? and enabled")
                .params(claim.webhookId(), claim.epoch())
                .query(WebhookClaims::webhook)
                .optional());
    }

    /** Keeps the claim, and says that nothing is wanted up to a position. */
    void renew(Claim claim, long position) {
        connections.run(
                () -> jdbc.sql("update query.webhook set position = greatest(position, :position), claimed_until = "
                                + LEASE + " where webhook_id = :id and epoch = :epoch")
                        .param("position", position)
                        .param("id", claim.webhookId())
                        .param("epoch", claim.epoch())
                        .update());
    }

    /** Lets another node go on at once. */
    void release(Claim claim) {
        connections.run(() -> jdbc.sql("update query.webhook set owner = null where webhook_id = ? and epoch = ?")
                .params(claim.webhookId(), claim.epoch())
                .update());
    }

    /**
     * Writes an attempt down, and moves the endpoint, in one statement.
     *
     * @return false when the claim was lost, and nothing was written
     */
    boolean record(Claim claim, String messageId, CloudEvent event, int attempts, Attempt attempt, Decision decision) {
        var pause = decision.pause();
        return connections.run(() -> jdbc.sql("""
                with moved as (
                    update query.webhook
                    set position = greatest(position, :done),
                        attempts = :counted,
                        next_attempt_at = clock_timestamp() + :pause::bigint * interval '1 millisecond',
                        enabled = :reason::text is null,
                        disabled_reason = :reason,
                        owner = case when :reason::text is null then owner end,
                        claimed_until = %s
                    where webhook_id = :id and epoch = :epoch and enabled
                    returning webhook_id, next_attempt_at)
                insert into query.webhook_delivery as d (
                    webhook_id, message_id, position, type, status, attempts, next_attempt_at, response_status,
                    latency_millis, error)
                select webhook_id, :messageId, :position, :type, :status, :attempts, next_attempt_at,
                       :responseStatus::integer, :latency, :error::text
                from moved
                on conflict (webhook_id, message_id) do update
                set status = excluded.status, attempts = d.attempts + 1, next_attempt_at = excluded.next_attempt_at,
                    response_status = excluded.response_status, latency_millis = excluded.latency_millis,
                    error = excluded.error, last_tried_at = clock_timestamp()
                """.formatted(LEASE))
                        .param("done", attempt.delivered() ? event.position() : event.position() - 1)
                        .param("counted", attempt.delivered() ? 0 : attempts)
                        .param("pause", pause == null ? null : pause.toMillis())
                        .param("reason", decision.disabledReason())
                        .param("id", claim.webhookId())
                        .param("epoch", claim.epoch())
                        .param("messageId", messageId)
                        .param("position", event.position())
                        .param("type", event.type())
                        .param("status", decision.status())
                        .param("attempts", attempts)
                        .param("responseStatus", attempt.status())
                        .param("latency", attempt.latencyMillis())
                        .param("error", attempt.error())
                        .update())
                > 0;
    }

    static Webhook webhook(ResultSet row, int number) throws SQLException {
        return new Webhook(
                row.getString("webhook_id"),
                row.getString("url"),
                WebhookTable.filter(row),
                row.getString("secret"),
                row.getString("old_secret"),
                row.getLong("position"),
                row.getInt("attempts"),
                row.getLong("wait_millis"));
    }
}
