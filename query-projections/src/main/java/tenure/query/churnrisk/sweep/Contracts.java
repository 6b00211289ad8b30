package tenure.query.churnrisk.sweep;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What a customer has agreed to pay for, as it was known. A term lasts as long as it was sold for (decision 7). */
public final class Contracts {

    private static final int NEVER = Integer.MIN_VALUE;

    private final Map<String, License> licenses = new HashMap<>();
    private final Set<String> currencies = new HashSet<>();
    private final int[] seatsOn;
    private final long[] monthlyOn;
    private int today;
    private int startedOn = Integer.MAX_VALUE;
    private int seats;
    private long monthly;
    private int renewsIn;
    private boolean notice;
    private int furthestEnd = NEVER;

    Contracts(int days) {
        seatsOn = new int[days];
        monthlyOn = new long[days];
    }

    private static final class License {
        int from = NEVER;
        int endsOn = NEVER;
        int previousEnd = NEVER;
        int seats;
        long price;
        int termsFrom = NEVER;
        int goneFrom = Integer.MAX_VALUE;
        boolean notice;

        boolean inForceOn(int day) {
            return day < goneFrom && ((day >= from && day < endsOn) || day < previousEnd);
        }
    }

    private License license(String id) {
        return licenses.computeIfAbsent(id, _ -> new License());
    }

    /** A term was agreed. */
    void agreed(String id, int startsOn, int endsOn, String currency) {
        var license = license(id);
        license.previousEnd = license.endsOn == NEVER ? NEVER : Math.min(license.endsOn, startsOn);
        license.from = startsOn;
        license.endsOn = Math.max(license.endsOn, endsOn);
        license.notice = false;
        if (startsOn >= license.goneFrom) {
            license.goneFrom = Integer.MAX_VALUE;
        }
        currencies.add(currency);
        startedOn = Math.min(startedOn, startsOn);
        furthestEnd = Math.max(furthestEnd, endsOn);
    }

    /** From a day on, which has come, these terms hold. */
    void holds(String id, int effectiveOn, int seats, long price) {
        var license = license(id);
        if (effectiveOn >= license.termsFrom) {
            license.termsFrom = effectiveOn;
            license.seats = seats < 0 ? license.seats : seats;
            license.price = price;
        }
    }

    void noticed(String id, boolean given) {
        license(id).notice = given;
    }

    void cancelled(String id, int effectiveOn) {
        license(id).goneFrom = effectiveOn;
    }

    /**
     * Sums what is in force.
     *
     * @param day    as the log counts it, which is how terms are kept
     * @param number of the day in the sweep
     */
    void endDay(int day, int number) {
        today = number;
        seats = 0;
        monthly = 0;
        renewsIn = Integer.MAX_VALUE;
        notice = false;
        for (var license : licenses.values()) {
            if (license.inForceOn(day)) {
                seats += license.seats;
                monthly += license.seats * license.price;
                renewsIn = Math.min(renewsIn, Math.min(license.endsOn, license.goneFrom) - day);
                notice |= license.notice || license.goneFrom != Integer.MAX_VALUE;
            }
        }
        seatsOn[number] = seats;
        monthlyOn[number] = monthly;
    }

    /** First day of the first term that is known; the greatest number when none is. */
    int startedOn() {
        return startedOn;
    }

    /** The first day after all terms that are known. */
    int furthestEnd() {
        return furthestEnd;
    }

    /** Whether a term is in force. */
    public boolean inForce() {
        return renewsIn != Integer.MAX_VALUE;
    }

    /** Seats of the terms in force. */
    public int seats() {
        return seats;
    }

    /** Seats of the terms that were in force so many days before; 0 when none were. */
    public int seatsBefore(int days) {
        return today < days ? 0 : seatsOn[today - days];
    }

    /** Price of a seat and month so many days before, in the smallest unit; NaN when it cannot be told. */
    public double priceBefore(int days) {
        int number = today - days;
        return number < 0 || seatsOn[number] == 0 || currencies.size() > 1
                ? Double.NaN
                : (double) monthlyOn[number] / seatsOn[number];
    }

    /** Days until the first of the terms in force ends for which nothing further is agreed. */
    public int renewsIn() {
        return renewsIn;
    }

    /** Whether notice stands, or an end was agreed before that of the term. */
    public boolean notice() {
        return notice;
    }
}
