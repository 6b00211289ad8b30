package tenure.query.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tenure.query.shared.cloudevents.CloudEvent;
import tenure.query.shared.cloudevents.EventFilter;
import tenure.query.system.WrittenEvents;
import tenure.query.webhooks.WebhookClaims.Decision;

/** One node at a time delivers to an endpoint, and a node that was paused does not write over its heir. */
class WebhookClaimsTest {

    private final WrittenEvents log = new WrittenEvents();
    private final WebhookClaims claims = new WebhookClaims(log.database().jdbc(), new WebhookConnections());
    private final WebhookTable table = new WebhookTable(log.database().jdbc());

    @AfterEach
    void stop() {
        log.close();
    }

    @Test
    void anEndpointIsTakenByOneNodeUntilTheClaimRunsOut() {
        create();

        assertThat(claims.take("one")).isPresent();
        assertThat(claims.take("other")).isEmpty();
        runOut();
        assertThat(claims.take("other")).isPresent();
    }

    @Test
    void aNodeThatLostItsClaimWritesNothing() {
        create();
        var lost = claims.take("paused").orElseThrow();
        runOut();
        var held = claims.take("heir").orElseThrow();

        assertThat(claims.look(lost)).isEmpty();
        assertThat(record(lost, 7)).isFalse();
        claims.renew(lost, 8);
        claims.release(lost);
        assertThat(claims.look(held).orElseThrow().position()).isZero();
        assertThat(claims.take("third")).as("the heir still has it").isEmpty();

        assertThat(record(held, 7)).isTrue();
        assertThat(claims.look(held).orElseThrow().position()).isEqualTo(7);
    }

    @Test
    void manyEndpointsShareAFewConnections() {
        assertThat(mostAtOnce(new WebhookConnections()::run, WebhookConnections.MOST))
                .isEqualTo(WebhookConnections.MOST);
        assertThat(mostAtOnce(Supplier::get, 30)).as("the control").isEqualTo(30);
    }

    /** How many of thirty statements run at once, each of which ends only together with some others. */
    private static int mostAtOnce(Function<Supplier<Integer>, Integer> connections, int together) {
        var atOnce = new AtomicInteger();
        var end = new CyclicBarrier(together);
        Callable<Integer> work = () -> connections.apply(() -> {
            var now = atOnce.incrementAndGet();
            try {
                end.await();
            } catch (InterruptedException | BrokenBarrierException e) {
                throw new IllegalStateException(e);
            } finally {
                atOnce.decrementAndGet();
            }
            return now;
        });
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(Collections.nCopies(30, work)).stream()
                    .mapToInt(Future::resultNow)
                    .max()
                    .orElseThrow();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean record(WebhookClaims.Claim claim, long position) {
        var event = new CloudEvent(
                "1.0", "id", "source", "type", "subject", null, "", position, null, 1, "", 0, null, null, null, "{}");
        return claims.record(claim, "msg", event, 1, new Attempt(200, null, null, 1), Decision.GO_ON);
    }

    private void create() {
        table.create("wh", "https://example.org", "", new EventFilter(Set.of(), null), SigningSecret.make(), 0);
    }

    private void runOut() {
        log.database()
                .jdbc()
                .sql("update query.webhook set claimed_until = clock_timestamp() - interval '1 second'")
                .update();
    }
}
