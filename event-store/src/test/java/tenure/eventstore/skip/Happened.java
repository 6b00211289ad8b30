package tenure.eventstore.skip;

import java.time.Instant;

/** An event that is small. */
record Happened(String customerId, Instant occurredAt, String filler) {}
