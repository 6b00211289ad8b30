package tenure.query.engagement;

/**
 * A user, or a customer's account, with the days on which it was active, as seen from a day. A user is active on a day with
 * a log-on or any use of a feature; an account when one of its users is, or when the totals of the day say so. A day is its
 * number since 1970-01-01.
 *
 * @param id        of the user or of the customer
 * @param createdOn since when it is known; no later than its first active day
 * @param current   whether it counts where those without activity count: a user who may work, an account that has not left
 * @param days      active days, also those after the day from which it is seen
 * @param asOf      the day from which it is seen
 */
record Unit(String id, boolean isUser, int createdOn, boolean current, Days days, int asOf) {

    /** Active days from one to another, both included. */
    int activeDays(int first, int last) {
        return days.count(first, Math.min(last, asOf));
    }

    boolean isActive(int first, int last) {
        return days.any(first, Math.min(last, asOf));
    }

    /** The first active day from one on; {@link Days#NEVER} when there is none. */
    int activeFrom(int first) {
        int day = days.from(first);
        return day > asOf ? Days.NEVER : day;
    }

    /** {@link Days#NEVER} when it never was. */
    int firstActiveOn() {
        return activeFrom(Days.NONE);
    }

    /** {@link Days#NONE} when it never was. */
    int lastActiveOn() {
        return days.until(asOf);
    }
}
