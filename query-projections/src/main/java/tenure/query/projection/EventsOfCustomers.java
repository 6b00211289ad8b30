package tenure.query.projection;

import java.util.List;
import tenure.domain.customer.event.CustomerEvent;
import tenure.domain.license.event.LicenseEvent;
import tenure.domain.onboarding.event.OnboardingEvent;
import tenure.domain.risk.event.RiskWatchEvent;
import tenure.domain.support.event.TicketEvent;
import tenure.domain.training.event.TrainingEvent;
import tenure.domain.usage.event.UsageEvent;
import tenure.domain.user.event.UserEvent;

/** What can happen to a customer, for views that take in all of it. */
public final class EventsOfCustomers {

    /** The sealed interfaces of those subjects whose events, as a rule, name a customer. */
    public static final List<Class<?>> ALL = List.of(
            CustomerEvent.class,
            LicenseEvent.class,
            UserEvent.class,
            TrainingEvent.class,
            OnboardingEvent.class,
            UsageEvent.class,
            TicketEvent.class,
            RiskWatchEvent.class);

    private EventsOfCustomers() {}
}
