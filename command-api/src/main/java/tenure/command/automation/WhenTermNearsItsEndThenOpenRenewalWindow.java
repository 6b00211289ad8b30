package tenure.command.automation;

import java.time.Instant;
import java.time.LocalDate;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.stereotype.Component;
import tenure.domain.license.event.LicenseRenewed;
import tenure.domain.license.event.LicenseSold;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Some time before a term ends, its renewal is due to be talked about; for a term that is shorter than that, or was agreed
 * later, from its first day or from when it was agreed.
 */
@Component
@DisallowReplay
@ProcessingGroup(Automation.PROCESSOR)
class WhenTermNearsItsEndThenOpenRenewalWindow implements Automation {

    static final String KIND = "renewal-window";

    private final Orders orders;
    private final int windowDays;

    WhenTermNearsItsEndThenOpenRenewalWindow(Orders orders, AutomationSettings settings) {
        this.orders = orders;
        this.windowDays = settings.renewalWindowDays();
    }

    @EventHandler
    void react(LicenseSold event, EventMessage<?> message) {
        open(event.licenseId(), event.startsOn(), event.endsOn(), event.occurredAt(), Cause.of(message));
    }

    @EventHandler
    void react(LicenseRenewed event, EventMessage<?> message) {
        open(event.licenseId(), event.startsOn(), event.endsOn(), event.occurredAt(), Cause.of(message));
    }

    private void open(String licenseId, LocalDate startsOn, LocalDate endsOn, Instant agreedAt, Cause cause) {
        var opensAt = later(agreedAt, later(Days.startOf(startsOn), Days.startOf(endsOn.minusDays(windowDays))));
        if (opensAt.isAfter(Days.startOf(endsOn))) {
            return;
        }
        var body = JsonNodeFactory.instance
                .objectNode()
                .put("licenseId", licenseId)
                .put("termEndsOn", endsOn.toString())
                .put("occurredAt", opensAt.toString());
        orders.give(Order.at(opensAt, KIND, licenseId, endsOn, "open-renewal-window", body, cause));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
