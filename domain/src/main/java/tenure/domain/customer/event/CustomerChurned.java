package tenure.domain.customer.event;

import java.time.Instant;
import java.time.LocalDate;
import tenure.domain.shared.EventName;

/**
 * A customer left.
 *
 * @param churnedOn  first day without service
 * @param reasonCode why, as a word to count by
 * @param reasonText why, in words; may be empty
 * @param occurredAt when it left
 */
@EventName("customer.churned")
public record CustomerChurned(
        String customerId, LocalDate churnedOn, String reasonCode, String reasonText, Instant occurredAt)
        implements CustomerEvent {}
