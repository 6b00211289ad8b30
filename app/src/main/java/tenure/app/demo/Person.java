package tenure.app.demo;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tenure.domain.shared.Level;

/**
 * Somebody at a customer, by id only.
 *
 * @param number      from 0, in the order of invitation
 * @param activatedOn null when the invitation was never taken up
 * @param stopsOn     first day without any use; null when there is none
 * @param leavesOn    day on which the access is closed; null when it is not
 * @param rhythm      share of ordinary weekdays with use
 * @param reach       how far into the product the person gets
 * @param pace        days from one level to the next
 * @param hour        of the day at which work begins, in UTC
 * @param favourites  features the person uses once there, of all levels
 */
record Person(
        String id,
        int number,
        String department,
        String role,
        LocalDate invitedOn,
        @Nullable LocalDate activatedOn,
        @Nullable LocalDate stopsOn,
        @Nullable LocalDate leavesOn,
        double rhythm,
        Level reach,
        int pace,
        int hour,
        List<String> favourites) {

    static final String CHAMPION = "Champion";

    /** Whether the person has the product at hand on the day and has not stopped using it. */
    boolean uses(LocalDate day) {
        return activatedOn != null
                && !day.isBefore(activatedOn)
                && (stopsOn == null || day.isBefore(stopsOn))
                && (leavesOn == null || day.isBefore(leavesOn));
    }

    /** Whether the person has been invited by the day and has not left. */
    boolean isThere(LocalDate day) {
        return !day.isBefore(invitedOn) && (leavesOn == null || day.isBefore(leavesOn));
    }

    /** How far the person has come by the day. */
    Level level(LocalDate day) {
        if (activatedOn == null) {
            return Level.INTRODUCTORY;
        }
        long days = day.toEpochDay() - activatedOn.toEpochDay();
        Level come = days < pace ? Level.INTRODUCTORY : days < 3L * pace ? Level.CORE : Level.ADVANCED;
        return come.compareTo(reach) < 0 ? come : reach;
    }
}
