package tenure.query.support;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * A ticket with what is known of its surroundings.
 *
 * @param level   introductory, core or advanced; null when it is not classified
 * @param trained whether who asked was trained then; null when nobody knows who asked, or it was not looked up
 */
record SeenTicket(
        Ticket ticket, @Nullable String level, @Nullable Boolean trained, CustomerAge age) {

    LocalDate day() {
        return Surroundings.dayOf(ticket.begunAt());
    }

    YearMonth month() {
        return YearMonth.from(day());
    }

    /** Seconds from its opening to the first response; null when one of them is not known, or they contradict each other. */
    @Nullable Long secondsToFirstResponse() {
        return secondsTo(ticket.firstRespondedAt());
    }

    /** Seconds from its opening to being settled; null likewise, and while it is open. */
    @Nullable Long secondsToSettlement() {
        return secondsTo(ticket.settledAt());
    }

    private @Nullable Long secondsTo(@Nullable Instant time) {
        var opened = ticket.openedAt();
        if (opened == null || time == null || time.isBefore(opened)) {
            return null;
        }
        return Duration.between(opened, time).toSeconds();
    }
}
