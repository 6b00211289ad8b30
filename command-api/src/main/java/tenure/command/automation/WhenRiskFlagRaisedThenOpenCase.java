package tenure.command.automation;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.stereotype.Component;
import tenure.domain.risk.event.RiskFlagRaised;
import tools.jackson.databind.node.JsonNodeFactory;

/** A raised flag opens a case, unless one is open for the same reason. */
@Component
@DisallowReplay
@ProcessingGroup(Automation.PROCESSOR)
class WhenRiskFlagRaisedThenOpenCase implements Automation {

    static final String KIND = "risk-case";

    private final Orders orders;

    WhenRiskFlagRaisedThenOpenCase(Orders orders) {
        this.orders = orders;
    }

    @EventHandler
    void react(RiskFlagRaised event, EventMessage<?> message) {
        var day = LocalDate.ofInstant(event.occurredAt(), ZoneOffset.UTC);
        orders.give(Order.atOnce(
                KIND,
                event.customerId(),
                "case:%s".formatted(message.getIdentifier()),
                "open-case",
                JsonNodeFactory.instance
                        .objectNode()
                        .put("customerId", event.customerId())
                        .put("caseId", "%s-%s".formatted(event.reason(), day))
                        .put("reason", event.reason())
                        .put("title", "Flagged at health " + event.health())
                        .put("occurredAt", event.occurredAt().toString()),
                Cause.of(message),
                event.occurredAt()));
    }
}
