package tenure.domain.correction.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tenure.domain.shared.EventName;

/**
 * A recorded fact never happened.
 *
 * @param eventId    id of its event
 * @param customerId the customer that the fact was recorded of; null when it was not said
 * @param reason     why it was taken back
 * @param occurredAt when it was taken back
 */
@EventName("fact.retracted")
public record FactRetracted(String eventId, @Nullable String customerId, String reason, Instant occurredAt)
        implements CorrectionEvent {}
