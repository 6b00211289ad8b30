package tenure.query.webhooks;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tenure.query.shared.Question;
import tenure.query.shared.Refusals;
import tenure.query.shared.cloudevents.EventPages;
import tenure.query.webhooks.WebhookDelivery.WebhookDeliveries;
import tools.jackson.databind.json.JsonMapper;

/** Shows what was delivered, and delivers on demand. */
@RestController
@Tag(name = "Webhooks")
class DeliveryController {

    private static final int PAGE = 50;
    private static final String TEST = "webhook.test";

    private enum Status {
        ALL,
        DELIVERED,
        PENDING,
        FAILED
    }

    private final WebhookTable webhooks;
    private final DeliveryTable deliveries;
    private final WebhookSender sender;
    private final EventPages pages;
    private final JsonMapper json;
    private final Clock clock;

    DeliveryController(
            WebhookTable webhooks,
            DeliveryTable deliveries,
            WebhookSender sender,
            EventPages pages,
            JsonMapper json,
            Clock clock) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.sender = sender;
        this.pages = pages;
        this.json = json;
        this.clock = clock;
    }

    @GetMapping("/api/v1/webhooks/{id}/deliveries")
    @Operation(summary = "What was delivered to an endpoint, or tried, newest first")
    @Parameter(
            name = "status",
            in = ParameterIn.QUERY,
            description = "all, delivered, pending or failed. Default: all.",
            schema = @Schema(type = "string"))
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            description = "Rows per page, 1 to 500. Default: 50.",
            schema = @Schema(type = "integer", minimum = "1", maximum = "500"))
    @Parameter(
            name = "cursor",
            in = ParameterIn.QUERY,
            description = "nextCursor of the page before.",
            schema = @Schema(type = "string"))
    WebhookDeliveries deliveries(@PathVariable String id, HttpServletRequest request) {
        requireKnown(id);
        var question = Question.toTheLog(request.getParameterMap(), "status", "limit", "cursor");
        var limit = question.limit(PAGE);
        var status = question.choice("status", Status.class, Status.ALL);
        var found = deliveries.page(
                id,
                question.cursor(Long.MAX_VALUE),
                status == Status.ALL ? null : status.name().toLowerCase(Locale.ROOT),
                limit + 1);
        var more = found.size() > limit;
        var shown = more ? found.subList(0, limit) : found;
        return new WebhookDeliveries(more ? Question.cursorAfter(shown.getLast().id()) : null, shown);
    }

    @PostMapping("/api/v1/webhooks/{id}/test")
    @Operation(summary = "Send a test message now, and tell what came of it")
    WebhookDelivery test(@PathVariable String id) {
        var webhook = webhooks.target(id).orElseThrow(() -> WebhookController.unknown(id));
        var messageId = "msg_" + id + "_test_" + UUID.randomUUID();
        var now = clock.instant().toString();
        var body = """
                {"specversion":"1.0","id":"%s","source":"%s","type":"%s","time":"%s",\
                "datacontenttype":"application/json","data":{}}""".formatted(messageId, pages.source(), TEST, now);
        var attempt = sender.send(webhook, messageId, body.getBytes(StandardCharsets.UTF_8));
        return deliveries.sent(id, messageId, null, TEST, attempt);
    }

    @PostMapping("/api/v1/webhooks/{id}/deliveries/{deliveryId}/retry")
    @Operation(
            summary = "Deliver once more",
            description = "A message that waits for its next attempt is tried within a second. Any other is sent now,"
                    + " under the same webhook-id, and the answer tells what came of it.")
    WebhookDelivery retry(@PathVariable String id, @PathVariable long deliveryId) throws InterruptedException {
        var webhook = webhooks.target(id).orElseThrow(() -> WebhookController.unknown(id));
        var delivery = deliveries.find(id, deliveryId).orElseThrow(() -> unknown(id, deliveryId));
        var position = delivery.position();
        if (position == null) {
            return test(id);
        }
        if (delivery.status().equals("pending") && webhooks.hurry(id, position)) {
            return delivery;
        }
        var event = pages.at(position);
        var attempt = sender.send(webhook, delivery.messageId(), json.writeValueAsBytes(event));
        return deliveries.sent(id, delivery.messageId(), position, event.type(), attempt);
    }

    private void requireKnown(String id) {
        if (webhooks.find(id).isEmpty()) {
            throw WebhookController.unknown(id);
        }
    }

    private static RuntimeException unknown(String id, long deliveryId) {
        return Refusals.notFound("UNKNOWN_DELIVERY", "The webhook '" + id + "' has no delivery " + deliveryId + ".");
    }
}
