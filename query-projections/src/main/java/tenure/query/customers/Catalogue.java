package tenure.query.customers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tenure.domain.segment.event.SegmentDefined;
import tenure.domain.training.event.CoursePublished;
import tenure.domain.training.event.CourseRetired;
import tenure.domain.usage.event.FeatureCataloged;
import tenure.query.life.Life;
import tenure.query.life.LifeEvent;

/** What is defined for all customers, as it was on each day: features, courses, segments. */
final class Catalogue {

    private static final String INTRODUCTORY = "introductory";

    private final Life definitions;
    private final Map<String, List<Feature>> features = new HashMap<>();
    private final TreeMap<Integer, Set<String>> required = new TreeMap<>();
    private final Map<String, List<Segment>> segments = new TreeMap<>();

    private record Feature(int since, boolean core, boolean value) {}

    private record Segment(int since, SegmentDefined defined) {}

    Catalogue(Life definitions) {
        this.definitions = definitions;
        var offered = new TreeMap<String, Boolean>();
        for (var happened : inOrder(definitions.events())) {
            int day = Days.of(happened.occurredAt());
            switch (happened.event()) {
                case FeatureCataloged event ->
                    features.computeIfAbsent(event.feature(), feature -> new ArrayList<>())
                            .add(new Feature(day, !event.level().equals(INTRODUCTORY), event.valueEvent()));
                case CoursePublished event -> {
                    offered.put(event.courseId(), event.required());
                    required.put(day, required(offered));
                }
                case CourseRetired event -> {
                    offered.remove(event.courseId());
                    required.put(day, required(offered));
                }
                case SegmentDefined event ->
                    segments.computeIfAbsent(event.segmentId(), id -> new ArrayList<>())
                            .add(new Segment(day, event));
                default -> {
                    // Says nothing that is asked here.
                }
            }
        }
    }

    private static List<LifeEvent> inOrder(List<LifeEvent> events) {
        return events.stream()
                .sorted(Comparator.comparing(LifeEvent::occurredAt).thenComparingLong(LifeEvent::position))
                .toList();
    }

    private static Set<String> required(SortedMap<String, Boolean> offered) {
        var required = new TreeSet<String>();
        offered.forEach((course, isRequired) -> {
            if (isRequired) {
                required.add(course);
            }
        });
        return required;
    }

    /** Whether it is made of these very definitions. Asked for each customer, it must not compare them one by one. */
    @SuppressWarnings("ReferenceEquality")
    boolean isOf(Life definitions) {
        return this.definitions == definitions;
    }

    /** Whether a use of a feature on a day is a core event. A feature that is in no catalogue counts as core. */
    boolean isCore(String feature, int day) {
        var entry = on(feature, day);
        return entry == null || entry.core();
    }

    /** Whether a feature is one of value, on a day. */
    boolean isValue(String feature, int day) {
        var entry = on(feature, day);
        return entry != null && entry.value();
    }

    private @Nullable Feature on(String feature, int day) {
        Feature last = null;
        for (var entry : features.getOrDefault(feature, List.of())) {
            last = entry.since() <= day ? entry : last;
        }
        return last;
    }

    /** The courses that everybody is meant to have completed on a day. */
    Set<String> requiredOn(int day) {
        var entry = required.floorEntry(day);
        return entry == null ? Set.of() : entry.getValue();
    }

    /** The days on which other courses are required than before. */
    Set<Integer> daysOfCourses() {
        return required.keySet();
    }

    /** A segment as it was defined on a day; null when it was not. */
    @Nullable SegmentDefined segment(String segmentId, int day) {
        SegmentDefined last = null;
        for (var segment : segments.getOrDefault(segmentId, List.of())) {
            last = segment.since() <= day ? segment.defined() : last;
        }
        return last;
    }

    /** All segments as they were defined on a day, in the order of their ids. */
    List<SegmentDefined> segmentsOn(int day) {
        return segments.keySet().stream()
                .map(id -> segment(id, day))
                .filter(Objects::nonNull)
                .toList();
    }

    /** The ids of all segments. */
    Set<String> segments() {
        return segments.keySet();
    }
}
