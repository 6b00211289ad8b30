package tenure.query.people;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tenure.domain.training.event.CoursePublished;
import tenure.domain.training.event.CourseRetired;
import tenure.query.life.Life;
import tenure.query.shared.AsOf;

/** The courses that are known, as they were offered on each day. */
public final class CourseCatalogue {

    /**
     * A course was published, or retired.
     *
     * @param level    introductory, core or advanced; null when it was retired
     * @param required whether every user is meant to take it; false when it was retired
     */
    public record Entry(
            String courseId,
            long position,
            Instant occurredAt,
            boolean published,
            @Nullable Level level,
            boolean required) {}

    private final List<Entry> entries;

    /** A catalogue of all entries that count. */
    public CourseCatalogue(Collection<Entry> entries) {
        this.entries = entries.stream()
                .sorted(comparing(Entry::occurredAt).thenComparingLong(Entry::position))
                .toList();
    }

    /** What definitions say of courses. */
    public static CourseCatalogue of(Life definitions) {
        return new CourseCatalogue(definitions.events().stream()
                .flatMap(happened -> switch (happened.event()) {
                    case CoursePublished event ->
                        Stream.of(new Entry(
                                event.courseId(),
                                happened.position(),
                                happened.occurredAt(),
                                true,
                                Level.of(event.level()),
                                event.required()));
                    case CourseRetired event ->
                        Stream.of(new Entry(
                                event.courseId(), happened.position(), happened.occurredAt(), false, null, false));
                    default -> Stream.<Entry>empty();
                })
                .toList());
    }

    /** The courses on offer at the end of a day, by id. */
    public Map<String, Entry> on(LocalDate day) {
        var end = new AsOf(day).end();
        var offered = new TreeMap<String, Entry>();
        for (var entry : entries) {
            if (!entry.occurredAt().isBefore(end)) {
                break;
            }
            if (entry.published()) {
                offered.put(entry.courseId(), entry);
            } else {
                offered.remove(entry.courseId());
            }
        }
        return offered;
    }

    /** The days on which the courses on offer may become others, oldest first. */
    public NavigableSet<LocalDate> days() {
        var days = new TreeSet<LocalDate>();
        entries.forEach(entry -> days.add(LocalDate.ofInstant(entry.occurredAt(), ZoneOffset.UTC)));
        return days;
    }

    /** The courses that every user was meant to take, at the end of a day. */
    public Set<String> requiredOn(LocalDate day) {
        var required = new TreeSet<String>();
        on(day).values().stream().filter(Entry::required).map(Entry::courseId).forEach(required::add);
        return required;
    }
}
