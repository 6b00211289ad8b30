package tenure.benchmark.view;

import java.time.Instant;
import tenure.benchmark.event.SeatsChanged;

/**
 * An event as a view gets it.
 *
 * @param id of the event
 */
public record Change(String id, Instant occurredAt, SeatsChanged event) {}
