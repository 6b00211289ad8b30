package tenure.query.churnrisk.sweep;

import java.util.Arrays;

/**
 * What was known of a customer at the end of a day: all that a signal may look at. It holds nothing that happened later, so
 * a signal cannot look ahead.
 */
public final class DayFacts {

    private static final int NO_DAY = Integer.MIN_VALUE;
    /** A judgement older than this says nothing of today. */
    private static final int RATING_LASTS = 180;

    final RiskDefinitions definitions;
    final int origin;
    final Usage usage;
    final People people;
    final Contracts contracts;
    final Tickets tickets;
    final Tasks tasks;
    private final int[] definitionDays;
    private final int[] activeUsersOn;

    private int number = -1;
    private int registeredOn = NO_DAY;
    private int firstHeardOn = NO_DAY;
    private int rating;
    private int ratedOn = NO_DAY;
    private int ratings;
    private boolean knowsValue;
    boolean away;

    DayFacts(RiskDefinitions definitions, int origin, int days) {
        this.definitions = definitions;
        this.origin = origin;
        usage = new Usage(days, definitions, origin);
        people = new People(definitions, origin);
        contracts = new Contracts(days);
        tickets = new Tickets(days, definitions, origin);
        tasks = new Tasks();
        definitionDays = definitions.changeDays();
        activeUsersOn = new int[days];
    }

    void moveTo(int next) {
        number = next;
        usage.moveTo(next);
        people.moveTo(next);
        tickets.moveTo(next);
        if (next == 0 || Arrays.binarySearch(definitionDays, day()) >= 0) {
            knowsValue = definitions.knowsValueOn(day());
            people.defined();
        }
    }

    void endDay() {
        people.endDay();
        contracts.endDay(day(), number);
        tickets.endDay();
        activeUsersOn[number] = activeUsers();
        usage.endDay();
    }

    void registered(int day) {
        registeredOn = day;
    }

    void heard() {
        if (firstHeardOn == NO_DAY) {
            firstHeardOn = day();
        }
    }

    void rated(int given) {
        rating = given;
        ratedOn = day();
        ratings++;
    }

    /** The day, counted from 1970-01-01. */
    public int day() {
        return origin + number;
    }

    int number() {
        return number;
    }

    /** Days since the first term began, or since the sign-up when none is known. */
    public int age() {
        return Math.max(0, day() - startedOn());
    }

    private int startedOn() {
        if (contracts.startedOn() != Integer.MAX_VALUE) {
            return contracts.startedOn();
        }
        return registeredOn != NO_DAY ? registeredOn : firstHeardOn != NO_DAY ? firstHeardOn : day();
    }

    /** What the customer as a whole did. */
    public Usage usage() {
        return usage;
    }

    /** Its users. */
    public People people() {
        return people;
    }

    /** What it pays for. */
    public Contracts contracts() {
        return contracts;
    }

    /** What it asked the help desk. */
    public Tickets tickets() {
        return tickets;
    }

    /** What is to be done in its onboarding. */
    public Tasks tasks() {
        return tasks;
    }

    /**
     * Users active within 28 days: different persons, or where a source knows none, the most that it counted on one day;
     * less than 0 when nobody counts them.
     */
    public int activeUsers() {
        var reported = usage.mostReportedUsers();
        if (usage.knowsUsers()) {
            return Math.max(people.active(), reported);
        }
        return usage.isKnown() && usage.countsUsers() ? Math.max(0, reported) : -1;
    }

    /** The same, as it was so many days before. */
    public int activeUsersBefore(int days) {
        return number < days ? -1 : activeUsersOn[number - days];
    }

    /** Required tasks that are open although their last day is over. */
    public int overdueTasks() {
        return tasks.overdue(day());
    }

    /** Whether any feature is catalogued as what the product is bought for. */
    public boolean knowsValue() {
        return knowsValue;
    }

    /** Days from the start to the first value, or until today while it has not come. */
    public int daysToFirstValue() {
        int first = usage.firstValue();
        return Math.max(0, (first < 0 ? day() : origin + first) - startedOn());
    }

    /** Days since a user rose on the ladder last, or since somebody began to climb it; 0 when all are on top. */
    public int standstillDays() {
        if (people.climbing() == 0) {
            return 0;
        }
        return number - Math.max(people.lastRise(), usage.firstActive());
    }

    /** The newest judgement of a colleague, 1 to 5; NaN when there is none of the last 180 days. */
    public double rating() {
        return ratedOn == NO_DAY || day() - ratedOn > RATING_LASTS ? Double.NaN : rating;
    }

    /** Judgements of all times. */
    public int ratings() {
        return ratings;
    }
}
