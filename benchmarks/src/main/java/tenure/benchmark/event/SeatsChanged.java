package tenure.benchmark.event;

import java.time.Instant;
import java.time.LocalDate;

/** The event of all measurements, about 150 bytes as JSON. */
public record SeatsChanged(
        String licenseId,
        String customerId,
        int seats,
        long pricePerSeatMinorUnits,
        LocalDate effectiveOn,
        Instant occurredAt) {}
