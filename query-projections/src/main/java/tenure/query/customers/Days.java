package tenure.query.customers;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Days as digests keep them: as many as have gone by since 1970-01-01, in UTC. */
final class Days {

    /** Stands for no day; later than any other. */
    static final int NEVER = Integer.MAX_VALUE;

    private static final long SECONDS = 86_400;

    private Days() {}

    static int of(LocalDate day) {
        return Math.toIntExact(day.toEpochDay());
    }

    static int of(Instant moment) {
        return Math.toIntExact(Math.floorDiv(moment.getEpochSecond(), SECONDS));
    }

    static @Nullable LocalDate date(int day) {
        return day == NEVER ? null : LocalDate.ofEpochDay(day);
    }
}
