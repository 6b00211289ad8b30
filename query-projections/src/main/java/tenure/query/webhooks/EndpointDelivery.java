package tenure.query.webhooks;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tenure.query.shared.cloudevents.CloudEvent;
import tenure.query.shared.cloudevents.EventPages;
import tenure.query.webhooks.WebhookClaims.Claim;
import tenure.query.webhooks.WebhookClaims.Decision;
import tools.jackson.databind.json.JsonMapper;

/**
 * Delivers to one endpoint, in the order of positions, for as long as the claim is held. The next event waits until the
 * one before it is delivered, so a receiver that fails holds up nobody but itself.
 */
final class EndpointDelivery {

    /** Longest time without a look at the endpoint, which somebody may have disabled, hurried or deleted. */
    private static final long TICK_MILLIS = 500;

    /** Between looks at a log that grows, but not by what is wanted here. */
    private static final long REST_MILLIS = 100;

    private static final long RENEWAL_NANOS = TimeUnit.SECONDS.toNanos(20);
    private static final long PAUSE_AFTER_FAILURE_MILLIS = 1_000;
    private static final int DELIVERIES_PER_PRUNING = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(EndpointDelivery.class);

    private final WebhookClaims claims;
    private final DeliveryTable deliveries;
    private final EventPages pages;
    private final WebhookSender sender;
    private final JsonMapper json;
    private final RetrySchedule schedule;
    private final BooleanSupplier running;
    private final Claim claim;

    private long reached;
    private long renewed = System.nanoTime();
    private int delivered;

    /** Delivery under a claim, until it is lost or there is no more running. */
    EndpointDelivery(
            WebhookClaims claims,
            DeliveryTable deliveries,
            EventPages pages,
            WebhookSender sender,
            JsonMapper json,
            RetrySchedule schedule,
            BooleanSupplier running,
            Claim claim) {
        this.claims = claims;
        this.deliveries = deliveries;
        this.pages = pages;
        this.sender = sender;
        this.json = json;
        this.schedule = schedule;
        this.running = running;
        this.claim = claim;
    }

    void run() throws InterruptedException {
        var held = true;
        while (held && running.getAsBoolean()) {
            try {
                held = step();
            } catch (RuntimeException e) {
                if (running.getAsBoolean()) {
                    LOG.warn("Webhook {} will go on: {}", claim.webhookId(), e.toString());
                    TimeUnit.MILLISECONDS.sleep(PAUSE_AFTER_FAILURE_MILLIS);
                }
            }
        }
        if (held) {
            claims.release(claim);
        }
    }

    /** Delivers a chunk, or waits a little. Returns false when there is nothing more to do under this claim. */
    private boolean step() throws InterruptedException {
        var webhook = claims.look(claim).orElse(null);
        if (webhook == null) {
            return false;
        }
        reached = Math.max(reached, webhook.position());
        keepClaim(webhook);
        if (webhook.waitMillis() > 0) {
            TimeUnit.MILLISECONDS.sleep(Math.min(webhook.waitMillis(), TICK_MILLIS));
            return true;
        }
        var page = pages.after(nextAfter(webhook), webhook.filter(), EventPages.CHUNK);
        if (deliver(webhook, page)) {
            reached = Math.max(reached, page.reached());
            if (page.isLast()) {
                rest(page);
            }
        }
        return true;
    }

    private void rest(EventPages.Page page) throws InterruptedException {
        if (page.events().isEmpty()) {
            TimeUnit.MILLISECONDS.sleep(REST_MILLIS);
        }
        pages.awaitBeyond(reached, TICK_MILLIS);
    }

    /** While an event is tried again, nothing behind it counts. */
    private long nextAfter(Webhook webhook) {
        return webhook.attempts() > 0 ? webhook.position() : reached;
    }

    private void keepClaim(Webhook webhook) {
        if (System.nanoTime() - renewed > RENEWAL_NANOS) {
            claims.renew(claim, nextAfter(webhook));
            renewed = System.nanoTime();
        }
    }

    /** Returns whether all of them arrived. */
    private boolean deliver(Webhook webhook, EventPages.Page page) {
        var attempts = webhook.attempts();
        for (var event : page.events()) {
            if (!running.getAsBoolean() || !deliver(webhook, event, attempts + 1)) {
                return false;
            }
            attempts = 0;
        }
        return true;
    }

    private boolean deliver(Webhook webhook, CloudEvent event, int attempts) {
        var messageId = webhook.messageId(event.position());
        var attempt = sender.send(webhook, messageId, json.writeValueAsBytes(event));
        if (!attempt.delivered() && !running.getAsBoolean()) {
            // Broken off by ourselves, which is no fault of the receiver's.
            return false;
        }
        var decision = decide(attempt, attempts);
        if (decision.disabledReason() != null) {
            LOG.warn("Webhook {} is disabled: {}", webhook.webhookId(), decision.disabledReason());
        }
        var written = claims.record(claim, messageId, event, attempts, attempt, decision);
        renewed = System.nanoTime();
        if (delivered++ % DELIVERIES_PER_PRUNING == 0) {
            deliveries.prune(webhook.webhookId());
        }
        return written && attempt.delivered();
    }

    private Decision decide(Attempt attempt, int attempts) {
        if (attempt.delivered()) {
            return Decision.GO_ON;
        }
        if (attempt.gone()) {
            return Decision.disable("The receiver answered 410: it wants no more events.");
        }
        Duration pause = schedule.pauseAfter(attempts, attempt.retryAfter(), ThreadLocalRandom.current());
        return pause == null
                ? Decision.disable("The last of " + attempts + " attempts failed. " + attempt.error()
                        + " Once it is enabled, delivery goes on with the same event.")
                : Decision.again(pause);
    }
}
