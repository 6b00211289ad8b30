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

/** A license whose last term is over expires, unless it goes on by itself. */
@Component
@DisallowReplay
@ProcessingGroup(Automation.PROCESSOR)
class WhenTermEndsThenExpireLicense implements Automation {

    static final String KIND = "license-expiry";

    private final Orders orders;

    WhenTermEndsThenExpireLicense(Orders orders) {
        this.orders = orders;
    }

    @EventHandler
    void react(LicenseSold event, EventMessage<?> message) {
        expire(event.licenseId(), event.endsOn(), Cause.of(message));
    }

    @EventHandler
    void react(LicenseRenewed event, EventMessage<?> message) {
        expire(event.licenseId(), event.endsOn(), Cause.of(message));
    }

    private void expire(String licenseId, LocalDate endsOn, Cause cause) {
        var body = JsonNodeFactory.instance
                .objectNode()
                .put("licenseId", licenseId)
                .put("expiredOn", endsOn.toString());
        orders.give(Order.at(Days.startOf(endsOn), KIND, licenseId, endsOn, "expire-license", body, cause));
    }
}
