package tenure.architecture.violation.query.two;

import java.time.Instant;

/** Gives another answer each time it is built. */
public class ClockProjection {
    Instant projectedAt = Instant.now();
}
