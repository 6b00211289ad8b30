package tenure.command.automation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Raises a flag when the health of a customer has stayed low, and clears it when it has recovered. Days bring this about,
 * not events: it looks every hour at the end of the last day that is over, unless the clock is held, and whenever somebody
 * asks for it.
 */
@Component
class WhenRiskStaysHighThenRaiseFlag implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WhenRiskStaysHighThenRaiseFlag.class);

    static final String KIND = "risk-flag";

    private final ObjectProvider<RiskStandings> standings;
    private final Orders orders;
    private final HoldTable holds;
    private final TransactionTemplate transaction;
    private final ScheduledFuture<?> looking;
    private final ScheduledExecutorService hourly = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("risk-flags").factory());

    WhenRiskStaysHighThenRaiseFlag(
            ObjectProvider<RiskStandings> standings,
            Orders orders,
            HoldTable holds,
            DueTable table,
            PlatformTransactionManager transactions) {
        this.standings = standings;
        this.orders = orders;
        this.holds = holds;
        this.transaction = new TransactionTemplate(transactions);
        looking = hourly.scheduleWithFixedDelay(() -> lookUnlessHeld(table), 1, 1, TimeUnit.HOURS);
    }

    private void lookUnlessHeld(DueTable table) {
        try {
            if (holds.untilReleased().isEmpty()) {
                lookAt(table.now());
            }
        } catch (RuntimeException e) {
            LOG.warn("Flags of risk are looked at again in an hour: {}", e.toString());
        }
    }

    /** Orders what is due at the end of the last day that is over by then; how much that is. */
    int lookAt(Instant moment) {
        var known = standings.getIfAvailable();
        if (known == null) {
            return 0;
        }
        var due = known.due(LocalDate.ofInstant(moment, ZoneOffset.UTC).minusDays(1));
        transaction.executeWithoutResult(status -> due.forEach(this::order));
        return due.size();
    }

    @Override
    public void close() {
        looking.cancel(false);
        hourly.shutdownNow();
    }

    private void order(RiskStandings.Standing standing) {
        var moment = Days.startOf(standing.since().plusDays(1));
        var key = "risk:%s:%s:%s:%s"
                .formatted(
                        standing.raise() ? "raise" : "clear",
                        standing.customerId(),
                        standing.reason(),
                        standing.since());
        var body = JsonNodeFactory.instance
                .objectNode()
                .put("customerId", standing.customerId())
                .put("reason", standing.reason())
                .put("occurredAt", moment.toString());
        if (standing.raise()) {
            body.put("modelId", standing.modelId()).put("health", standing.health());
        }
        orders.give(new Order(
                KIND,
                standing.customerId(),
                key,
                standing.raise() ? "raise-risk-flag" : "clear-risk-flag",
                body,
                key,
                moment,
                true));
    }
}
