package tenure.domain.customer.event;

import java.time.Instant;
import tenure.domain.shared.EventName;

/**
 * Somebody judged how a customer is doing.
 *
 * @param rating     from 1 (bad) to 5 (good)
 * @param note       why, in words; may be empty
 * @param occurredAt when it was judged
 */
@EventName("customer.rated")
public record CustomerRated(String customerId, int rating, String note, Instant occurredAt) implements CustomerEvent {}
