package tenure.query.churnrisk.sweep;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tenure.domain.training.event.CoursePublished;
import tenure.domain.training.event.CourseRetired;
import tenure.domain.usage.event.FeatureCataloged;
import tenure.query.life.Life;

/** Features and courses as signals look at them, as they were on each day. */
public final class RiskDefinitions {

    static final int INTRODUCTORY = 0;
    static final int CORE = 1;
    static final int ADVANCED = 2;
    static final int LEVELS = 3;

    private static final Comparator<Entry> IN_ORDER =
            Comparator.comparing(Entry::since).thenComparingLong(Entry::position);

    private record Entry(Instant since, long position, int level, boolean value) {}

    private final Map<String, List<Entry>> features = new HashMap<>();
    private final TreeMap<Integer, Set<String>> required = new TreeMap<>();

    /** All that was defined, such as a life of definitions holds it. */
    public RiskDefinitions(Life definitions) {
        var courses = new ArrayList<Change>();
        for (var known : definitions.events()) {
            switch (known.event()) {
                case FeatureCataloged entry ->
                    features.computeIfAbsent(entry.feature(), _ -> new ArrayList<>())
                            .add(new Entry(
                                    entry.occurredAt(), known.position(), level(entry.level()), entry.valueEvent()));
                case CoursePublished course ->
                    courses.add(new Change(course.occurredAt(), course.courseId(), course.required()));
                case CourseRetired course -> courses.add(new Change(course.occurredAt(), course.courseId(), false));
                default -> {
                    // Templates, funnels, segments and models say nothing to a signal.
                }
            }
        }
        features.values().forEach(entries -> entries.sort(IN_ORDER));
        courses.sort(Comparator.comparing(Change::since));
        var now = new HashSet<String>();
        for (var change : courses) {
            if (change.required()) {
                now.add(change.courseId());
            } else {
                now.remove(change.courseId());
            }
            required.put(SweepDays.of(change.since()), Set.copyOf(now));
        }
    }

    private record Change(Instant since, String courseId, boolean required) {}

    static int level(@Nullable String word) {
        return switch (word) {
            case "introductory" -> INTRODUCTORY;
            case "advanced" -> ADVANCED;
            case null, default -> CORE;
        };
    }

    private @Nullable Entry on(String feature, int day) {
        var entries = features.get(feature);
        Entry found = null;
        if (entries != null) {
            for (var entry : entries) {
                if (SweepDays.of(entry.since) <= day) {
                    found = entry;
                }
            }
        }
        return found;
    }

    /** The level of a feature at the end of a day; less than 0 when the catalogue does not know it. */
    int levelOn(String feature, int day) {
        var entry = on(feature, day);
        return entry == null ? -1 : entry.level();
    }

    /** Whether using it was what the product is bought for. */
    boolean isValueOn(String feature, int day) {
        var entry = on(feature, day);
        return entry != null && entry.value();
    }

    /** Whether any feature was catalogued as one of value by the end of a day. */
    boolean knowsValueOn(int day) {
        return features.keySet().stream().anyMatch(feature -> isValueOn(feature, day));
    }

    /** Whether features of two levels were in the catalogue at the end of a day, so that there was a ladder. */
    boolean knowsLadderOn(int day) {
        return features.keySet().stream()
                        .mapToInt(feature -> levelOn(feature, day))
                        .filter(level -> level >= 0)
                        .distinct()
                        .count()
                > 1;
    }

    /** The courses that every user was meant to take, at the end of a day. */
    Set<String> requiredOn(int day) {
        var entry = required.floorEntry(day);
        return entry == null ? Set.of() : entry.getValue();
    }

    /** The days on which anything of this began to hold, ascending. */
    int[] changeDays() {
        var days = new java.util.TreeSet<Integer>(required.keySet());
        features.values().forEach(entries -> entries.forEach(entry -> days.add(SweepDays.of(entry.since))));
        return days.stream().mapToInt(Integer::intValue).toArray();
    }

    /** What tells these definitions from others: equal ones give equal figures. */
    public Object fingerprint() {
        return List.of(Map.copyOf(features), Map.copyOf(required));
    }
}
