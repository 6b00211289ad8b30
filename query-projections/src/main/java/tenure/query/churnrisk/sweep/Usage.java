package tenure.query.churnrisk.sweep;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tenure.domain.usage.event.UsageDayReported;

/**
 * What a customer as a whole did. A day that a source reported in total counts as it was reported last; of any other day
 * what persons did is counted. A log-on makes active, and is no action.
 */
public final class Usage {

    static final int WINDOW = 28;
    private static final int FORTNIGHT = 14;

    /** One event cannot say more than that, so that no sum overflows. */
    static final long MOST = 1_000_000_000L;

    private static final int NEVER = -1;

    private final int[] people;
    private final long[] ofPeople;
    private final Report[] reports;
    private final DayCounts actions;
    private final DayCounts active;
    private final DayCounts activeOfFortnight;
    private final LastSeen features;
    private final Map<String, Integer> featureNumbers = new HashMap<>();
    private final List<long[]> featuresOfPeople = new ArrayList<>();
    private final long[] actionsBefore;
    private final RiskDefinitions definitions;
    private final int origin;
    private int today = NEVER;
    private int lastActive = NEVER;
    private int firstActive = NEVER;
    private int firstValue = NEVER;
    private int activeDays;
    private boolean knowsUsers;
    private boolean countsUsers;

    private record Report(long position, int users, long actions, Map<String, Long> features) {
        boolean isActive() {
            return actions > 0 || users > 0;
        }
    }

    Usage(int days, RiskDefinitions definitions, int origin) {
        this.definitions = definitions;
        this.origin = origin;
        people = new int[days];
        ofPeople = new long[days];
        reports = new Report[days];
        actions = new DayCounts(days, WINDOW);
        active = new DayCounts(days, WINDOW);
        activeOfFortnight = new DayCounts(days, FORTNIGHT);
        features = new LastSeen(days, WINDOW);
        actionsBefore = new long[days];
    }

    void moveTo(int day) {
        today = day;
        actions.moveTo(day);
        active.moveTo(day);
        activeOfFortnight.moveTo(day);
        features.moveTo(day);
    }

    /** Keeps what is asked about on later days. */
    void endDay() {
        actionsBefore[today] = actions.sum();
    }

    /** A person did something; the feature is null for a log-on. */
    void did(int day, @Nullable String feature, long count, boolean firstOfPersonOnDay) {
        knowsUsers = true;
        if (firstOfPersonOnDay) {
            people[day]++;
        }
        if (feature != null) {
            ofPeople[day] += Math.min(count, MOST);
            int number = number(feature);
            featuresOfPeople.add(new long[] {number, day});
            if (reports[day] == null) {
                features.see(number, day);
            }
            value(feature, day);
        }
        settle(day);
    }

    /** A source reported a day in total; what the log heard last counts. */
    void reported(int day, UsageDayReported event, long position) {
        var replaced = reports[day];
        if (replaced != null && replaced.position > position) {
            return;
        }
        var users = event.activeUsers();
        countsUsers |= users != null;
        reports[day] = new Report(
                position, users == null ? NEVER : users, Math.clamp(event.actions(), 0, MOST), event.features());
        if (replaced != null || people[day] > 0) {
            seeFeaturesAnew();
        } else {
            see(reports[day], day);
        }
        event.features().keySet().forEach(feature -> value(feature, day));
        settle(day);
    }

    private void see(Report report, int day) {
        report.features.keySet().forEach(feature -> features.see(number(feature), day));
    }

    private void seeFeaturesAnew() {
        features.clear();
        for (int day = 0; day <= today; day++) {
            if (reports[day] != null) {
                see(reports[day], day);
            }
        }
        for (var use : featuresOfPeople) {
            if (reports[(int) use[1]] == null) {
                features.see((int) use[0], (int) use[1]);
            }
        }
    }

    private int number(String feature) {
        return featureNumbers.computeIfAbsent(feature, _ -> featureNumbers.size());
    }

    private void value(String feature, int day) {
        if ((firstValue == NEVER || day < firstValue) && definitions.isValueOn(feature, day + origin)) {
            firstValue = day;
        }
    }

    /** Sums a day anew. */
    private void settle(int day) {
        var report = reports[day];
        long acted = report == null ? ofPeople[day] : report.actions;
        boolean isActive = report == null ? people[day] > 0 : report.isActive() || people[day] > 0;
        actions.add(day, acted - actions.on(day));
        int change = (isActive ? 1 : 0) - (int) active.on(day);
        if (change != 0) {
            active.add(day, change);
            activeOfFortnight.add(day, change);
            activeDays += change;
            if (isActive) {
                lastActive = Math.max(lastActive, day);
                firstActive = firstActive == NEVER ? day : Math.min(firstActive, day);
            } else if (day == lastActive) {
                while (lastActive >= 0 && active.on(lastActive) == 0) {
                    lastActive--;
                }
            }
        }
    }

    /** Whether anything at all was ever told of use. */
    public boolean isKnown() {
        return firstActive != NEVER;
    }

    /** Whether a source counts the users of a day. */
    boolean countsUsers() {
        return countsUsers;
    }

    /** The first active day; less than 0 when there is none. */
    int firstActive() {
        return firstActive;
    }

    /** Whether persons are told of, and not only days in total. */
    public boolean knowsUsers() {
        return knowsUsers;
    }

    /** Active days of the last 28. */
    public int activeDays() {
        return (int) active.sum();
    }

    /** Active days of the last 14. */
    public int activeDaysOfFortnight() {
        return (int) activeOfFortnight.sum();
    }

    /** Active days of all. */
    public int activeDaysEver() {
        return activeDays;
    }

    /** Actions of the last 28 days. */
    public long actions() {
        return actions.sum();
    }

    /** Actions of the 28 days before. */
    public long actionsBefore() {
        return today < WINDOW ? 0 : actionsBefore[today - WINDOW];
    }

    /** Different features used in the last 28 days. */
    public int features() {
        return features.within();
    }

    /** Days since anybody did anything; less than 0 when nobody ever did. */
    public int silenceDays() {
        return lastActive == NEVER ? NEVER : today - lastActive;
    }

    /** Days from the first to the last active day; less than 0 when there is none. */
    public int daysOfUse() {
        return lastActive == NEVER ? NEVER : lastActive - firstActive;
    }

    /** Day of the first use of what the product is bought for; less than 0 when it has not come. */
    int firstValue() {
        return firstValue;
    }

    /** The most users that a source counted on one of the last 28 days; less than 0 when it counted none. */
    int mostReportedUsers() {
        int most = NEVER;
        if (!countsUsers) {
            return most;
        }
        for (int day = Math.max(0, today - WINDOW + 1); day <= today; day++) {
            if (reports[day] != null) {
                most = Math.max(most, reports[day].users);
            }
        }
        return most;
    }
}
