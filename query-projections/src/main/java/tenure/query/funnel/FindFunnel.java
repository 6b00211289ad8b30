package tenure.query.funnel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import tenure.query.shared.AsOf;

/** Asks for the funnel of the customers that entered in {@code [from, to)}; null: without that bound. */
record FindFunnel(
        String funnelId, @Nullable LocalDate from, @Nullable LocalDate to, AsOf asOf) {

    Instant enteredFrom() {
        return from == null ? Instant.EPOCH : start(from);
    }

    Instant enteredBefore() {
        return to == null ? asOf.end() : start(to);
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
