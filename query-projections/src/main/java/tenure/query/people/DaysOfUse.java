package tenure.query.people;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tenure.domain.usage.event.FeatureUsed;
import tenure.domain.usage.event.LoggedOn;
import tenure.domain.usage.event.UsageDayReported;
import tenure.query.life.Life;
import tenure.query.life.LifeEvent;

/**
 * What a customer did on each day. A day that a source reported in total counts as it was reported last; of any other day
 * what persons did is counted. A log-on makes a person active, and is no action.
 *
 * @param days days on which anything counts, oldest first
 */
public record DaysOfUse(NavigableMap<LocalDate, Day> days) {

    /**
     * A day.
     *
     * @param activeUsers people who did anything; null when nobody counted them
     * @param actions     everything they did, counted
     * @param features    actions by feature
     */
    public record Day(@Nullable Integer activeUsers, long actions, SortedMap<String, Long> features) {}

    /** The days of a life. */
    public static DaysOfUse of(Life life) {
        var told = new HashMap<LocalDate, Told>();
        for (var happened : life.events()) {
            switch (happened.event()) {
                case LoggedOn event -> at(told, day(happened)).persons.add(event.userId());
                case FeatureUsed event -> {
                    var day = at(told, day(happened));
                    day.persons.add(event.userId());
                    day.features.merge(event.feature(), event.count(), DaysOfUse::sum);
                }
                case UsageDayReported event -> at(told, event.day()).report = event;
                default -> {
                    // Tells nothing of use.
                }
            }
        }
        var days = new TreeMap<LocalDate, Day>();
        told.forEach((day, of) -> days.put(day, of.day()));
        return new DaysOfUse(Collections.unmodifiableNavigableMap(days));
    }

    private static LocalDate day(LifeEvent happened) {
        return LocalDate.ofInstant(happened.occurredAt(), ZoneOffset.UTC);
    }

    private static Told at(Map<LocalDate, Told> told, LocalDate day) {
        return told.computeIfAbsent(day, any -> new Told());
    }

    /** The most that can be counted stands for anything above. */
    private static long sum(long one, long other) {
        long sum = one + other;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }

    /** What is told of a day. */
    private static final class Told {

        private final Set<String> persons = new HashSet<>();
        private final SortedMap<String, Long> features = new TreeMap<>();
        private @Nullable UsageDayReported report;

        Day day() {
            var reported = report;
            var seen = persons.isEmpty() ? null : (Integer) persons.size();
            if (reported == null) {
                return new Day(seen, features.values().stream().reduce(0L, DaysOfUse::sum), features);
            }
            var counted = reported.activeUsers();
            return new Day(counted == null ? seen : counted, reported.actions(), new TreeMap<>(reported.features()));
        }
    }
}
