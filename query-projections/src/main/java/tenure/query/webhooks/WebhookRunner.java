package tenure.query.webhooks;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import tenure.query.shared.cloudevents.EventPages;
import tenure.query.webhooks.WebhookClaims.Claim;
import tools.jackson.databind.json.JsonMapper;

/** Finds endpoints to which no node delivers, and delivers to each on a thread of its own. */
@Component
class WebhookRunner implements SmartLifecycle {

    private static final long SEARCH_MILLIS = 4_000;
    private static final long STOP_MILLIS = 3_000;

    private static final Logger LOG = LoggerFactory.getLogger(WebhookRunner.class);

    private final WebhookClaims claims;
    private final DeliveryTable deliveries;
    private final EventPages pages;
    private final WebhookSender sender;
    private final JsonMapper json;
    private final RetrySchedule schedule;
    private final String owner = UUID.randomUUID().toString();
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private volatile boolean running;

    WebhookRunner(
            WebhookClaims claims,
            DeliveryTable deliveries,
            EventPages pages,
            WebhookSender sender,
            JsonMapper json,
            ObjectProvider<RetrySchedule> schedule) {
        this.claims = claims;
        this.deliveries = deliveries;
        this.pages = pages;
        this.sender = sender;
        this.json = json;
        this.schedule = schedule.getIfAvailable(() -> RetrySchedule.THREE_DAYS);
    }

    @Override
    public void start() {
        running = true;
        launch("webhooks", this::search);
    }

    private void search() throws InterruptedException {
        while (running) {
            try {
                claims.take(owner).ifPresentOrElse(this::deliver, WebhookRunner::pause);
            } catch (RuntimeException e) {
                LOG.warn("Endpoints cannot be looked for just now: {}", e.toString());
                pause();
            }
        }
    }

    private void deliver(Claim claim) {
        launch(
                "webhook-" + claim.webhookId(),
                () -> new EndpointDelivery(claims, deliveries, pages, sender, json, schedule, () -> running, claim)
                        .run());
    }

    private interface Work {
        void run() throws InterruptedException;
    }

    /** When work fails its claim runs out after a minute, and then somebody takes it up again. */
    private void launch(String name, Work work) {
        var thread = Thread.ofVirtual().name(name).unstarted(() -> {
            try {
                work.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                if (running) {
                    LOG.warn("{} goes on in a minute: {}", name, e.toString());
                }
            } finally {
                threads.remove(Thread.currentThread());
            }
        });
        threads.add(thread);
        thread.start();
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(SEARCH_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lets what is being sent come to its end for a moment, then breaks it off; it will be sent again. */
    @Override
    public void stop() {
        running = false;
        awaitThreads();
        sender.close();
        awaitThreads();
    }

    private void awaitThreads() {
        var deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(STOP_MILLIS);
        for (var thread : threads) {
            try {
                thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime())));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
