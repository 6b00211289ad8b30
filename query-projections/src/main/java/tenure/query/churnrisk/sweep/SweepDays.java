package tenure.query.churnrisk.sweep;

import java.time.Instant;

/** Days as numbers: counted from 1970-01-01, in UTC. */
final class SweepDays {

    private static final long SECONDS = 86_400;

    private SweepDays() {}

    static int of(Instant moment) {
        return (int) Math.floorDiv(moment.getEpochSecond(), SECONDS);
    }
}
