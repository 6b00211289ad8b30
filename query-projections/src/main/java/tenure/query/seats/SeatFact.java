package tenure.query.seats;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * What an event says of the seats of a customer. Nothing that was said is overwritten by what is said later.
 *
 * @param licenseId              empty when it is about the customer
 * @param day                    first day it is about: of a term, of a change, without service
 * @param endsOn                 first day after a term; null when it agrees none
 * @param userId                 who gets or gives back a seat; else null
 * @param label                  name of the customer, product of a sale; else null
 * @param plan                   edition agreed; else null
 * @param seats                  seats agreed; else 0
 * @param pricePerSeatMinorUnits per month; 0 when it agrees none
 * @param currency               of a sale or renewal; else null
 */
record SeatFact(
        String licenseId,
        long position,
        Instant occurredAt,
        Kind kind,
        LocalDate day,
        @Nullable LocalDate endsOn,
        @Nullable String userId,
        @Nullable String label,
        @Nullable String plan,
        int seats,
        long pricePerSeatMinorUnits,
        @Nullable String currency) {

    /** What happened. */
    enum Kind {
        REGISTERED,
        RENAMED,
        CHURNED,
        WON_BACK,
        SOLD,
        RENEWED,
        SEATS_CHANGED,
        PLAN_CHANGED,
        CANCELLED,
        EXPIRED,
        NOTICE_GIVEN,
        NOTICE_WITHDRAWN,
        ASSIGNED,
        RELEASED
    }

    /** The first day on which it counts: nothing counts before the day it is about, nor before it happened. */
    LocalDate since() {
        var happenedOn = dayOf(occurredAt);
        return happenedOn.isAfter(day) ? happenedOn : day;
    }

    boolean countsOn(LocalDate asked) {
        return !since().isAfter(asked);
    }

    static LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }
}
