package tenure.query.support;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tenure.query.shared.Standpoint;
import tenure.query.support.SupportTable.Begun;
import tenure.query.support.SupportTable.Completed;
import tenure.query.support.SupportTable.Course;
import tenure.query.support.SupportTable.FeatureLevel;

/** What has to be known besides tickets: levels of features, trainings of users, and since when customers are there. */
final class Surroundings {

    private static final int FIRST_DAYS = 90;

    private final Map<String, List<FeatureLevel>> features = new HashMap<>();
    private final List<Course> courses;
    private final Map<String, List<Completed>> completions = new HashMap<>();
    private final Map<String, LocalDate> registered = new HashMap<>();
    private final Map<String, LocalDate> contracted = new HashMap<>();

    private Surroundings(List<Course> courses) {
        this.courses = courses;
    }

    /** What is seen from a standpoint of features, of these users and of a customer, or of all when it is null. */
    static Surroundings of(SupportTable table, Standpoint at, @Nullable String customerId, Collection<String> users) {
        var found = new Surroundings(table.courses(at));
        table.features(at)
                .forEach(level -> found.features
                        .computeIfAbsent(level.feature(), name -> new ArrayList<>())
                        .add(level));
        table.completions(at, users)
                .forEach(done -> found.completions
                        .computeIfAbsent(done.userId(), name -> new ArrayList<>())
                        .add(done));
        table.begun(at, customerId).forEach(found::begun);
        return found;
    }

    private void begun(Begun begun) {
        if (begun.registered()) {
            registered.put(begun.customerId(), begun.day());
        } else {
            contracted.merge(begun.customerId(), begun.day(), (one, other) -> one.isBefore(other) ? one : other);
        }
    }

    /** Whether a customer had signed up by a day. */
    boolean isKnown(String customerId, LocalDate day) {
        var since = registered.get(customerId);
        return since != null && !since.isAfter(day);
    }

    /**
     * The level of a ticket: as it was told of it, else that of its feature when the ticket was begun; null when neither
     * is known.
     */
    @Nullable String level(Ticket ticket) {
        if (ticket.toldLevel() != null || ticket.feature() == null) {
            return ticket.toldLevel();
        }
        String level = null;
        for (var fact : features.getOrDefault(ticket.feature(), List.of())) {
            if (!fact.occurredAt().isAfter(ticket.begunAt())) {
                level = fact.level();
            }
        }
        return level;
    }

    /**
     * Whether who asked was trained when the ticket was begun: had completed every course that was required then, or any
     * course when none was. Null when nobody knows who asked.
     */
    @Nullable Boolean trained(Ticket ticket) {
        if (ticket.userId().isEmpty()) {
            return null;
        }
        var required = new HashSet<String>();
        for (var course : courses) {
            if (!course.occurredAt().isAfter(ticket.begunAt())) {
                if (Boolean.TRUE.equals(course.required())) {
                    required.add(course.courseId());
                } else {
                    required.remove(course.courseId());
                }
            }
        }
        var completed = new HashSet<String>();
        for (var done : completions.getOrDefault(ticket.userId(), List.of())) {
            if (!done.occurredAt().isAfter(ticket.begunAt())) {
                completed.add(done.courseId());
            }
        }
        return required.isEmpty() ? !completed.isEmpty() : completed.containsAll(required);
    }

    /** How old the customer was when the ticket was begun: since its first term, or since it signed up without one. */
    CustomerAge age(Ticket ticket) {
        var since = contracted.getOrDefault(ticket.customerId(), registered.get(ticket.customerId()));
        if (since == null) {
            return CustomerAge.UNKNOWN;
        }
        var days = ChronoUnit.DAYS.between(since, dayOf(ticket.begunAt()));
        return days < 0
                ? CustomerAge.BEFORE_START
                : days <= FIRST_DAYS ? CustomerAge.FIRST_90_DAYS : CustomerAge.AFTER_90_DAYS;
    }

    static LocalDate dayOf(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }
}
