package tenure.query.webhooks;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tenure.query.shared.JsonBody;
import tenure.query.shared.Refusals;
import tenure.query.shared.cloudevents.EventFilter;
import tenure.query.shared.cloudevents.EventPages;
import tenure.query.webhooks.WebhookRequest.NewWebhook;
import tenure.query.webhooks.WebhookRequest.WebhookChange;
import tenure.query.webhooks.WebhookStatus.CreatedWebhook;
import tenure.query.webhooks.WebhookStatus.RotatedSecret;
import tenure.query.webhooks.WebhookStatus.WebhookList;

/** Manages the endpoints that events are delivered to. */
@RestController
@Tag(name = "Webhooks")
class WebhookController {

    private static final int MOST_WEBHOOKS = 50;
    private static final int LONGEST_TEXT = 256;

    private final WebhookTable table;
    private final DeliveryTable deliveries;
    private final TargetUrls urls;
    private final EventPages pages;

    WebhookController(WebhookTable table, DeliveryTable deliveries, TargetUrls urls, EventPages pages) {
        this.table = table;
        this.deliveries = deliveries;
        this.urls = urls;
        this.pages = pages;
    }

    @GetMapping("/api/v1/webhooks")
    @Operation(summary = "The endpoints that events are delivered to")
    WebhookList webhooks() {
        return new WebhookList(table.all());
    }

    @GetMapping("/api/v1/webhooks/{id}")
    @Operation(summary = "One endpoint")
    WebhookStatus webhook(@PathVariable String id) {
        return table.find(id).orElseThrow(() -> unknown(id));
    }

    @PostMapping(path = "/api/v1/webhooks", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Deliver events to an address of yours",
            description = "The answer holds the secret that signs the messages; it is not shown again.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = NewWebhook.class))))
    CreatedWebhook create(HttpServletRequest request) throws IOException, InterruptedException {
        var wanted = JsonBody.read(request, NewWebhook.class);
        var url = wanted.url() == null ? "" : wanted.url();
        urls.require(url);
        var types = new LinkedHashSet<>(Objects.requireNonNullElseGet(wanted.types(), LinkedHashSet::new));
        pages.requireKnown("types", types);
        var head = pages.head();
        var after = wanted.after() == null ? head : within("after", wanted.after(), head);
        if (table.all().size() >= MOST_WEBHOOKS) {
            throw Refusals.conflict("TOO_MANY_WEBHOOKS", "There may be " + MOST_WEBHOOKS + " endpoints; delete one.");
        }
        var id = "wh-" + UUID.randomUUID().toString().replace("-", "");
        var secret = SigningSecret.make();
        table.create(
                id,
                url,
                bounded("description", Objects.requireNonNullElse(wanted.description(), "")),
                new EventFilter(types, wanted.customerId() == null ? null : bounded("customerId", wanted.customerId())),
                secret,
                after);
        return new CreatedWebhook(webhook(id), secret);
    }

    @PatchMapping(path = "/api/v1/webhooks/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Enable or disable an endpoint, or go on behind another position",
            description = "Once it is enabled again, delivery goes on where it stood, so nothing is left out.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = WebhookChange.class))))
    WebhookStatus change(@PathVariable String id, HttpServletRequest request) throws IOException, InterruptedException {
        var before = webhook(id);
        var change = JsonBody.read(request, WebhookChange.class);
        var after = change.after() == null ? null : within("after", change.after(), pages.head());
        var enabled = Objects.equals(change.enabled(), before.enabled()) ? null : change.enabled();
        if (Boolean.TRUE.equals(enabled)) {
            urls.require(before.url());
        }
        if (after != null || enabled != null) {
            table.change(id, after, enabled);
        }
        if (after != null) {
            deliveries.leaveOut(id);
        }
        return webhook(id);
    }

    @DeleteMapping("/api/v1/webhooks/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Delete an endpoint and the record of its deliveries")
    void delete(@PathVariable String id) {
        webhook(id);
        table.delete(id);
    }

    @PostMapping("/api/v1/webhooks/{id}/rotate-secret")
    @Operation(
            summary = "A new secret for an endpoint",
            description = "For a day, messages carry a signature by the old secret as well.")
    RotatedSecret rotate(@PathVariable String id) {
        webhook(id);
        var secret = SigningSecret.make();
        return new RotatedSecret(id, secret, table.rotate(id, secret));
    }

    private static long within(String field, long position, long head) {
        if (position < 0 || position > head) {
            throw Refusals.badParameter(
                    field, "OUT_OF_RANGE", "'" + field + "' must be a position from 0 to " + head + ".");
        }
        return position;
    }

    private static String bounded(String field, String text) {
        if (text.length() > LONGEST_TEXT || text.indexOf('\0') >= 0) {
            throw Refusals.badParameter(
                    field,
                    "INVALID_TEXT",
                    "'" + field + "' may have " + LONGEST_TEXT + " characters, none of them NUL.");
        }
        return text;
    }

    static RuntimeException unknown(String id) {
        return Refusals.notFound("UNKNOWN_WEBHOOK", "There is no webhook '" + id + "'.");
    }
}
