package tenure.domain.customer.event;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import tenure.domain.shared.Checked;
import tenure.domain.shared.EventName;

/**
 * A customer signed up.
 *
 * @param registeredOn day of the sign-up
 * @param profile      what is known about the company, by key, in the order of the keys
 * @param occurredAt   when it signed up
 */
@EventName("customer.registered")
public record CustomerRegistered(
        String customerId, String name, LocalDate registeredOn, Map<String, String> profile, Instant occurredAt)
        implements CustomerEvent {
    /** Sorts the profile. */
    public CustomerRegistered {
        profile = Checked.sorted(profile);
    }
}
