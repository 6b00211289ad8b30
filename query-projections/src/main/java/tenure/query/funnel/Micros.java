package tenure.query.funnel;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Moments as the view keeps them where there are many: in microseconds since 1970, which is as fine as the log tells. */
final class Micros {

    private Micros() {}

    static long of(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }

    static Instant toInstant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
