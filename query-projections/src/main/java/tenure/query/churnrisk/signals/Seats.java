package tenure.query.churnrisk.signals;

import tenure.query.churnrisk.sweep.DayFacts;

/** Shares of the seats that are paid for, in percent. */
final class Seats {

    private static final double PERCENT = 100;

    private Seats() {}

    static double percent(double of, double among) {
        return PERCENT * of / among;
    }

    /**
     * How far a number of people is behind a straight line from no seat at the start of the contract to all seats after
     * 90 days, in percent of the seats. Thus a gap that is as it should be in the second week is a gap in the second month.
     */
    static double behind(DayFacts facts, int people) {
        int seats = facts.contracts().seats();
        if (seats == 0 || facts.people().known() == 0) {
            return Double.NaN;
        }
        double expected = Math.min(1.0, (double) facts.age() / OnboardingSignals.FIRST_DAYS);
        return Math.max(0, percent(seats * expected - people, seats));
    }
}
