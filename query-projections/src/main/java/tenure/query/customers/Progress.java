package tenure.query.customers;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tenure.domain.license.event.LicenseExpired;
import tenure.domain.license.event.SeatAssigned;
import tenure.domain.license.event.SeatReleased;
import tenure.domain.training.event.TrainingCompleted;
import tenure.domain.training.event.TrainingEvent;
import tenure.domain.usage.event.FeatureUsed;
import tenure.domain.usage.event.LoggedOn;
import tenure.domain.usage.event.UsageDayReported;
import tenure.domain.user.event.UserEvent;
import tenure.domain.user.event.UserInvited;
import tenure.query.life.Life;

/**
 * How far the people of a customer have come, on every day.
 *
 * @param invitedOn     day of the first invitation
 * @param firstPersonOn day from which on any person is known
 * @param seatedOn      day on which a seat was first given to a person
 * @param usedOn        day of the first log-on or use by a person
 * @param active28      people with a core event in 28 days
 * @param trained       people who completed every required course; where none is required, any
 * @param firstUses     first day on which a feature was used
 */
record Progress(
        int invitedOn,
        int firstPersonOn,
        int seatedOn,
        int usedOn,
        Steps active28,
        Steps trained,
        Map<String, Integer> firstUses) {

    /** Days that a window looks back, the day itself included. */
    static final int WINDOW = 28;

    static Progress of(Life life, Catalogue catalogue) {
        var told = new Told(catalogue);
        for (var happened : life.events()) {
            told.take(happened.event(), happened.occurredAt());
        }
        return new Progress(
                told.invitedOn,
                told.firstPersonOn,
                told.seatedOn,
                told.usedOn,
                told.active(),
                told.trained(),
                Map.copyOf(told.firstUses));
    }

    /** Whether only totals of days are known, and no persons. */
    boolean isTotals(int day, UseByDay use) {
        return seatedOn > day && firstPersonOn > day && use.firstActiveOn() <= day;
    }

    /** People with a core event in 28 days; of totals, most people active on a day of them, null when none says how many. */
    @Nullable Integer active28(int day, UseByDay use) {
        return isTotals(day, use) ? use.window(day, WINDOW).busiest() : (Integer) active28.on(day);
    }

    /** Gathers what the events of a life tell. */
    private static final class Told {

        private final Catalogue catalogue;
        private final Map<String, TreeSet<Integer>> coreDays = new HashMap<>();
        private final Map<String, Map<String, Integer>> completions = new HashMap<>();
        private final Map<String, Set<String>> seated = new HashMap<>();
        private final Map<String, Integer> firstUses = new HashMap<>();
        private int invitedOn = Days.NEVER;
        private int firstPersonOn = Days.NEVER;
        private int seatedOn = Days.NEVER;
        private int usedOn = Days.NEVER;

        Told(Catalogue catalogue) {
            this.catalogue = catalogue;
        }

        void take(Object happened, Instant at) {
            int day = Days.of(at);
            switch (happened) {
                case LoggedOn event -> used(day);
                case FeatureUsed event -> {
                    used(day);
                    firstUses.merge(event.feature().intern(), day, Math::min);
                    if (catalogue.isCore(event.feature(), day)) {
                        coreDays.computeIfAbsent(event.userId(), user -> new TreeSet<>())
                                .add(day);
                    }
                }
                case UsageDayReported event ->
                    event.features().forEach((feature, count) -> {
                        if (count > 0) {
                            firstUses.merge(feature.intern(), Days.of(event.day()), Math::min);
                        }
                    });
                case UserEvent event -> {
                    firstPersonOn = Math.min(firstPersonOn, day);
                    invitedOn = event instanceof UserInvited ? Math.min(invitedOn, day) : invitedOn;
                }
                case TrainingEvent event -> {
                    firstPersonOn = Math.min(firstPersonOn, day);
                    if (event instanceof TrainingCompleted) {
                        completions
                                .computeIfAbsent(event.userId(), user -> new HashMap<>())
                                .merge(event.courseId(), day, Math::min);
                    }
                }
                case SeatAssigned event -> {
                    if (seated.computeIfAbsent(event.licenseId(), license -> new HashSet<>())
                            .add(event.userId())) {
                        seatedOn = Math.min(seatedOn, day);
                    }
                }
                case SeatReleased event ->
                    seated.getOrDefault(event.licenseId(), new HashSet<>()).remove(event.userId());
                case LicenseExpired event -> seated.remove(event.licenseId());
                default -> {
                    // Tells nothing of people.
                }
            }
        }

        private void used(int day) {
            usedOn = Math.min(usedOn, day);
            firstPersonOn = Math.min(firstPersonOn, day);
        }

        /** A person counts from a core event on until 28 days after the last one that follows it so soon. */
        Steps active() {
            var changes = new TreeMap<Integer, Integer>();
            for (var days : coreDays.values()) {
                int until = Integer.MIN_VALUE;
                for (int day : days) {
                    if (day > until) {
                        changes.merge(day, 1, Integer::sum);
                    } else {
                        changes.merge(until, 1, Integer::sum);
                    }
                    until = day + WINDOW;
                    changes.merge(until, -1, Integer::sum);
                }
            }
            return Steps.running(changes);
        }

        Steps trained() {
            var changes = new TreeMap<Integer, Integer>();
            for (var completed : completions.values()) {
                var days = new TreeSet<>(completed.values());
                days.addAll(catalogue.daysOfCourses());
                boolean counted = false;
                for (int day : days) {
                    boolean counts = isTrained(completed, day);
                    if (counts != counted) {
                        changes.merge(day, counts ? 1 : -1, Integer::sum);
                        counted = counts;
                    }
                }
            }
            return Steps.running(changes);
        }

        private boolean isTrained(Map<String, Integer> completed, int day) {
            var required = catalogue.requiredOn(day);
            return required.isEmpty()
                    ? completed.values().stream().anyMatch(on -> on <= day)
                    : required.stream().allMatch(course -> completed.getOrDefault(course, Days.NEVER) <= day);
        }
    }
}
