package tenure.domain.customer.event;

import java.time.Instant;
import java.time.LocalDate;
import tenure.domain.shared.EventName;

/**
 * A customer that had left came back.
 *
 * @param wonBackOn  first day it counts as a customer again
 * @param occurredAt when it came back
 */
@EventName("customer.won-back")
public record CustomerWonBack(String customerId, LocalDate wonBackOn, Instant occurredAt) implements CustomerEvent {}
