package tenure.query.churnrisk.signals;

import static tenure.query.churnrisk.statistics.Direction.MORE_IS_RISKIER;
import static tenure.query.churnrisk.statistics.Direction.MORE_IS_SAFER;

import java.util.List;
import java.util.Set;
import tenure.domain.license.event.LicenseRenewed;
import tenure.domain.license.event.LicenseSold;
import tenure.domain.license.event.SeatsChanged;
import tenure.domain.usage.event.FeatureUsed;
import tenure.domain.usage.event.LoggedOn;
import tenure.domain.usage.event.UsageDayReported;
import tenure.query.churnrisk.sweep.DayFacts;

/** How much, how often and by how many the product is used. */
final class EngagementSignals {

    private static final int WINDOW = 28;

    /** Rates of a contract younger than that say more of chance than of the customer. */
    private static final int LEAST_AGE = 14;

    private static final int LEAST_ACTIVE_DAYS = 5;
    private static final double LOG_2 = StrictMath.log(2);
    private static final Set<Class<?>> USE = Set.of(LoggedOn.class, FeatureUsed.class, UsageDayReported.class);
    private static final Set<Class<?>> USE_AND_SEATS = Set.of(
            LoggedOn.class,
            FeatureUsed.class,
            UsageDayReported.class,
            LicenseSold.class,
            LicenseRenewed.class,
            SeatsChanged.class);

    static final List<RiskSignal> ALL = List.of(
            new RiskSignal(
                    "active-share",
                    "Users active within 28 days, of the seats",
                    "% of seats",
                    MORE_IS_SAFER,
                    10,
                    75,
                    "definitions 3.3",
                    facts -> share(facts, facts.activeUsers()),
                    "active users",
                    facts -> Math.max(0, facts.activeUsers()),
                    USE_AND_SEATS),
            new RiskSignal(
                    "active-share-change",
                    "The same, less what it was 28 days before",
                    "% of seats",
                    MORE_IS_SAFER,
                    -25,
                    0,
                    "definitions 3.3",
                    EngagementSignals::shareChange,
                    "active users",
                    facts -> Math.max(0, facts.activeUsers()),
                    USE_AND_SEATS),
            new RiskSignal(
                    "active-users-28",
                    "Users active within 28 days, in doublings: 0 is none, 1 is one, each more is twice as many",
                    "doublings",
                    MORE_IS_SAFER,
                    0,
                    6,
                    "definitions 3.3",
                    facts -> isTooEarly(facts) || facts.activeUsers() < 0 || isOnePerson(facts)
                            ? Double.NaN
                            : doublings(facts.activeUsers()),
                    "active days",
                    facts -> facts.usage().activeDays(),
                    USE),
            new RiskSignal(
                    "active-days-28",
                    "Days with any use within 28; of a younger contract, in proportion",
                    "days",
                    MORE_IS_SAFER,
                    0,
                    28,
                    "definitions 3.4",
                    facts -> isTooEarly(facts) ? Double.NaN : facts.usage().activeDays() * WINDOW / daysSeen(facts),
                    "days",
                    facts -> (int) daysSeen(facts),
                    USE),
            new RiskSignal(
                    "actions-per-day-28",
                    "Actions a day over 28 days, in doublings: 0 is none, 1 is one, each more is twice as many",
                    "doublings",
                    MORE_IS_SAFER,
                    0,
                    8,
                    "definitions 3.4",
                    facts -> isTooEarly(facts)
                            ? Double.NaN
                            : doublings(facts.usage().actions() / daysSeen(facts)),
                    "days",
                    facts -> (int) daysSeen(facts),
                    USE),
            new RiskSignal(
                    "actions-change",
                    "Actions of 28 days against those of the 28 before: their difference, of both together",
                    "%",
                    MORE_IS_SAFER,
                    -50,
                    0,
                    "definitions 3.4",
                    EngagementSignals::actionsChange,
                    "actions",
                    facts -> (int) Math.min(
                            Integer.MAX_VALUE,
                            facts.usage().actions() + facts.usage().actionsBefore()),
                    USE),
            new RiskSignal(
                    "features-28",
                    "Different features used within 28 days",
                    "features",
                    MORE_IS_SAFER,
                    0,
                    20,
                    "definitions 3.6",
                    facts -> isTooEarly(facts) ? Double.NaN : facts.usage().features(),
                    "active days",
                    facts -> facts.usage().activeDays(),
                    USE),
            new RiskSignal(
                    "consistency",
                    "Class of the last 14 days: 3 daily (9 active days or more), 2 weekly (5), 1 occasional (2), 0 inactive",
                    "class",
                    MORE_IS_SAFER,
                    0,
                    3,
                    "definitions 3.4",
                    facts -> isTooEarly(facts)
                            ? Double.NaN
                            : consistency(facts.usage().activeDaysOfFortnight()),
                    "active days",
                    facts -> facts.usage().activeDaysOfFortnight(),
                    USE),
            new RiskSignal(
                    "silence-days",
                    "Days since anybody did anything, or since the start of the contract",
                    "days",
                    MORE_IS_RISKIER,
                    WINDOW,
                    2,
                    "definitions 3.5",
                    EngagementSignals::silence,
                    "active days",
                    facts -> facts.usage().activeDaysEver(),
                    USE),
            new RiskSignal(
                    "silence-against-rhythm",
                    "Days since anybody did anything, in relation to the usual time between two active days",
                    "times as long",
                    MORE_IS_RISKIER,
                    8,
                    2,
                    "definitions 3.4",
                    EngagementSignals::silenceAgainstRhythm,
                    "active days",
                    facts -> facts.usage().activeDaysEver(),
                    USE));

    private EngagementSignals() {}

    /** Too young for a rate, or never seen using anything, which may also mean that nobody tells of it. */
    private static boolean isTooEarly(DayFacts facts) {
        return facts.age() < LEAST_AGE || !facts.usage().isKnown();
    }

    /** A customer that is one person cannot be broad. */
    private static boolean isOnePerson(DayFacts facts) {
        return facts.people().known() == 1 && facts.contracts().seats() < 2;
    }

    private static double daysSeen(DayFacts facts) {
        return Math.min(WINDOW, facts.age() + 1);
    }

    private static double doublings(double count) {
        return StrictMath.log1p(count) / LOG_2;
    }

    private static double share(DayFacts facts, int users) {
        int seats = facts.contracts().seats();
        return seats == 0 || users < 0 || isTooEarly(facts) ? Double.NaN : Seats.percent(users, seats);
    }

    private static double shareChange(DayFacts facts) {
        int seats = facts.contracts().seatsBefore(WINDOW);
        int users = facts.activeUsersBefore(WINDOW);
        return seats == 0 || users < 0 || facts.age() < WINDOW + LEAST_AGE
                ? Double.NaN
                : share(facts, facts.activeUsers()) - Seats.percent(users, seats);
    }

    private static double actionsChange(DayFacts facts) {
        double now = facts.usage().actions();
        double before = facts.usage().actionsBefore();
        return now + before == 0 || facts.age() < WINDOW + WINDOW
                ? Double.NaN
                : Seats.percent(now - before, now + before);
    }

    private static int consistency(int activeDays) {
        return activeDays >= 9 ? 3 : activeDays >= 5 ? 2 : activeDays >= 2 ? 1 : 0;
    }

    /** Whoever has users and was never seen using anything has been silent from the start. */
    private static double silence(DayFacts facts) {
        return facts.usage().isKnown()
                ? facts.usage().silenceDays()
                : facts.people().known() > 0 ? facts.age() : Double.NaN;
    }

    private static double silenceAgainstRhythm(DayFacts facts) {
        int days = facts.usage().activeDaysEver();
        return days < LEAST_ACTIVE_DAYS
                ? Double.NaN
                : facts.usage().silenceDays()
                        * (days - 1.0)
                        / Math.max(1, facts.usage().daysOfUse());
    }
}
