package tenure.eventstore.skip;

import java.time.Instant;

/** An event of a second type. */
record Grew(String customerId, Instant occurredAt, String filler) {}
