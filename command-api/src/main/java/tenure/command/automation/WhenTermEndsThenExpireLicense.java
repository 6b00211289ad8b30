package tenure.command.automation;

import java.time.LocalDate;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.stereotype.Component;
import tenure.domain.license.event.LicenseRenewed;
import tenure.domain.license.event.LicenseSold;
import tenure.domain.license.event.NoticeGiven;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A license whose last term is over expires, unless it goes on by itself; then it does so after a notice. */
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
        if (!event.autoRenew()) {
            expire(event.licenseId(), event.endsOn(), Cause.of(message));
        }
    }

    @EventHandler
    void react(LicenseRenewed event, EventMessage<?> message) {
        if (!event.autoRenew()) {
            expire(event.licenseId(), event.endsOn(), Cause.of(message));
        }
    }

    /** Notice may be heard of when the term is over; without it, the license went on by itself. */
    @EventHandler
    void react(NoticeGiven event, EventMessage<?> message) {
        var key = "notice:%s".formatted(message.getIdentifier());
        orders.give(new Order(
                KIND,
                event.licenseId(),
                key,
                "expire-license",
                body(event.licenseId(), event.endsOn()),
                Cause.of(message).correlationId(),
                Days.startOf(event.endsOn()),
                false));
    }

    private void expire(String licenseId, LocalDate endsOn, Cause cause) {
        orders.give(Order.at(
                Days.startOf(endsOn), KIND, licenseId, endsOn, "expire-license", body(licenseId, endsOn), cause));
    }

    private static ObjectNode body(String licenseId, LocalDate endsOn) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("licenseId", licenseId)
                .put("expiredOn", endsOn.toString())
                .put("occurredAt", Days.startOf(endsOn).toString());
    }
}
