package tenure.query.webhooks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The messages that were sent, or tried. */
@Repository
class DeliveryTable {

    /** Per endpoint; the events themselves stay in the log. */
    private static final int KEPT = 10_000;

    private final JdbcClient jdbc;
    private final WebhookConnections connections;

    DeliveryTable(JdbcClient jdbc, WebhookConnections connections) {
        this.jdbc = jdbc;
        this.connections = connections;
    }

    /** Messages to an endpoint, newest first. */
    List<WebhookDelivery> page(String webhookId, long before, @Nullable String status, int limit) {
        return jdbc.sql("""
                select * from query.webhook_delivery
                where webhook_id = :id and delivery_id < :before and (:status::text is null or status = :status)
                order by delivery_id desc limit :limit
                """)
                .param("id", webhookId)
                .param("before", before)
                .param("status", status)
                .param("limit", limit)
                .query(DeliveryTable::delivery)
                .list();
    }

    Optional<WebhookDelivery> find(String webhookId, long deliveryId) {
        return jdbc.sql("select * from query.webhook_delivery where webhook_id = ? and delivery_id = ?")
                .params(webhookId, deliveryId)
                .query(DeliveryTable::delivery)
                .optional();
    }

    /** Writes down a message that was sent by hand, once more or for the first time. */
    WebhookDelivery sent(String webhookId, String messageId, @Nullable Long position, String type, Attempt attempt) {
        return jdbc.sql("""
                insert into query.webhook_delivery as d (
                    webhook_id, message_id, position, type, status, attempts, response_status, latency_millis, error)
                values (:id, :messageId, :position, :type, :status, 1, :responseStatus, :latency, :error)
                on conflict (webhook_id, message_id) do update
                set status = case when d.status = 'delivered' then d.status else excluded.status end,
                    attempts = d.attempts + 1, next_attempt_at = null, response_status = excluded.response_status,
                    latency_millis = excluded.latency_millis, error = excluded.error, last_tried_at = clock_timestamp()
                returning *
                """)
                .param("id", webhookId)
                .param("messageId", messageId)
                .param("position", position)
                .param("type", type)
                .param("status", attempt.delivered() ? "delivered" : "failed")
                .param("responseStatus", attempt.status())
                .param("latency", attempt.latencyMillis())
                .param("error", attempt.error())
                .query(DeliveryTable::delivery)
                .single();
    }

    /** Waits no more for messages that are not the next in line, since the endpoint went on elsewhere. */
    void leaveOut(String webhookId) {
        jdbc.sql("""
                update query.webhook_delivery d
                set status = 'failed', next_attempt_at = null,
                    error = 'It was left out: the endpoint went on behind another position.'
                from query.webhook w
                where w.webhook_id = :id and d.webhook_id = :id and d.status = 'pending' and d.position <> w.position + 1
                """).param("id", webhookId).update();
    }

    /** Forgets all but the last messages to an endpoint. */
    void prune(String webhookId) {
        connections.run(
                () -> jdbc.sql("""
                delete from query.webhook_delivery
                where webhook_id = :id and status <> 'pending' and delivery_id <= (
                    select delivery_id from query.webhook_delivery
                    where webhook_id = :id order by delivery_id desc offset :kept limit 1)
                """).param("id", webhookId).param("kept", KEPT).update());
    }

    private static WebhookDelivery delivery(ResultSet row, int number) throws SQLException {
        return new WebhookDelivery(
                row.getLong("delivery_id"),
                row.getString("message_id"),
                row.getObject("position", Long.class),
                row.getString("type"),
                row.getString("status"),
                row.getInt("attempts"),
                WebhookTable.known(row, "first_tried_at"),
                WebhookTable.known(row, "last_tried_at"),
                WebhookTable.instant(row, "next_attempt_at"),
                row.getObject("response_status", Integer.class),
                row.getInt("latency_millis"),
                row.getString("error"));
    }
}
