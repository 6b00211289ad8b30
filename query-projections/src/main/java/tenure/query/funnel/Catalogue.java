package tenure.query.funnel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tenure.domain.funnel.event.FunnelDefined;
import tenure.domain.training.event.CoursePublished;
import tenure.domain.training.event.CourseRetired;
import tenure.domain.usage.event.FeatureCataloged;
import tenure.query.life.Life;
import tenure.query.life.LifeEvent;

/** What was defined, as far as the log knew: features of value, required courses, funnels. */
final class Catalogue {

    /** What was said of a feature or course: whether it counts, as one of value or as required. */
    private record Said(long at, String id, boolean counts) {}

    private final List<Said> features = new ArrayList<>();
    private final List<Said> courses = new ArrayList<>();
    private final Map<String, FunnelDefined> funnels = new TreeMap<>();
    private final Map<String, Integer> featureNumbers = new HashMap<>();
    private final Map<String, Integer> courseNumbers = new HashMap<>();

    Catalogue(Life definitions) {
        definitions.events().forEach(this::add);
        for (var said : List.of(features, courses)) {
            said.sort(Comparator.comparingLong(Said::at));
        }
        number(features, featureNumbers);
        number(courses, courseNumbers);
    }

    private void add(LifeEvent event) {
        switch (event.event()) {
            case FunnelDefined defined -> funnels.put(defined.funnelId(), defined);
            case FeatureCataloged feature -> features.add(said(event, feature.feature(), feature.valueEvent()));
            case CoursePublished course -> courses.add(said(event, course.courseId(), course.required()));
            case CourseRetired course -> courses.add(said(event, course.courseId(), false));
            default -> {
                // No matter of funnels.
            }
        }
    }

    private static Said said(LifeEvent event, String id, boolean counts) {
        return new Said(Micros.of(event.occurredAt()), id, counts);
    }

    private static void number(List<Said> said, Map<String, Integer> numbers) {
        said.stream().filter(Said::counts).forEach(one -> numbers.putIfAbsent(one.id(), numbers.size()));
    }

    /** The number of a feature, from 0, among those that are of value on any day; -1 for another. */
    int featureNumber(String feature) {
        return featureNumbers.getOrDefault(feature, -1);
    }

    int features() {
        return featureNumbers.size();
    }

    /** The number of a course, from 0, among those that are required on any day; -1 for another. */
    int courseNumber(String course) {
        return courseNumbers.getOrDefault(course, -1);
    }

    int courses() {
        return courseNumbers.size();
    }

    /**
     * The numbers of the features whose use is of value.
     *
     * @param end first moment that does not count
     */
    int[] valueFeatures(long end) {
        return counting(features, end).stream()
                .mapToInt(this::featureNumber)
                .sorted()
                .toArray();
    }

    /** The numbers of the courses that everybody is meant to take. */
    int[] requiredCourses(long end) {
        return counting(courses, end).stream()
                .mapToInt(this::courseNumber)
                .sorted()
                .toArray();
    }

    private static Set<String> counting(List<Said> said, long end) {
        var counting = new HashSet<String>();
        for (var one : said) {
            if (one.at() < end) {
                if (one.counts()) {
                    counting.add(one.id());
                } else {
                    counting.remove(one.id());
                }
            }
        }
        return counting;
    }

    /** The funnels by id; of each the newest definition. */
    Map<String, FunnelDefined> funnels() {
        return funnels;
    }
}
