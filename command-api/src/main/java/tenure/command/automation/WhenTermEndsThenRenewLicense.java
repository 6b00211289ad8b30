package tenure.command.automation;

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
 * A license that renews itself goes on for another term when its last one is over, unless notice was given. What it goes on
 * with is only known by then, so the license itself decides it.
 */
@Component
@DisallowReplay
@ProcessingGroup(Automation.PROCESSOR)
class WhenTermEndsThenRenewLicense implements Automation {

    static final String KIND = "license-renewal";

    private final Orders orders;

    WhenTermEndsThenRenewLicense(Orders orders) {
        this.orders = orders;
    }

    @EventHandler
    void react(LicenseSold event, EventMessage<?> message) {
        if (event.autoRenew()) {
            renew(event.licenseId(), event.endsOn(), Cause.of(message));
        }
    }

    @EventHandler
    void react(LicenseRenewed event, EventMessage<?> message) {
        if (event.autoRenew()) {
            renew(event.licenseId(), event.endsOn(), Cause.of(message));
        }
    }

    private void renew(String licenseId, LocalDate endsOn, Cause cause) {
        var end = Days.startOf(endsOn);
        var body = JsonNodeFactory.instance
                .objectNode()
                .put("licenseId", licenseId)
                .put("termEndsOn", endsOn.toString())
                .put("occurredAt", end.toString());
        orders.give(Order.at(end, KIND, licenseId, endsOn, "continue-license", body, cause));
    }
}
