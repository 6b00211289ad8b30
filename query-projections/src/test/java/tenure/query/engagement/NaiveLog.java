package tenure.query.engagement;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tenure.domain.correction.event.FactRetracted;
import tenure.domain.customer.event.AudienceDefined;
import tenure.domain.customer.event.CustomerChurned;
import tenure.domain.customer.event.CustomerRegistered;
import tenure.domain.customer.event.CustomerWonBack;
import tenure.domain.training.event.CoursePublished;
import tenure.domain.training.event.CourseRetired;
import tenure.domain.training.event.TrainingAssigned;
import tenure.domain.training.event.TrainingCompleted;
import tenure.domain.training.event.TrainingStarted;
import tenure.domain.usage.event.FeatureCataloged;
import tenure.domain.usage.event.FeatureUsed;
import tenure.domain.usage.event.LoggedOn;
import tenure.domain.usage.event.UsageDayReported;
import tenure.domain.user.event.UserActivated;
import tenure.domain.user.event.UserDeactivated;
import tenure.domain.user.event.UserErased;
import tenure.domain.user.event.UserInvited;
import tenure.domain.user.event.UserReactivated;
import tenure.domain.user.event.UserRoleChanged;

/** All events as a list, and plain loops over it: what happened until a day, as far as a position knew. */
final class NaiveLog {

    /** An event with its place and its id. */
    record Told(long position, String eventId, Object event) {}

    /** Use of a feature, or a log-on when the feature is empty. */
    record Use(String customer, String user, LocalDate day, String feature, long count) {}

    final LocalDate asOf;
    final List<Object> counted = new ArrayList<>();
    private @Nullable List<Object> inTime;
    private final Map<String, List<Object>> aboutUsers = new HashMap<>();

    NaiveLog(List<Told> all, LocalDate asOf, long known) {
        this.asOf = asOf;
        var withdrawn = new HashSet<String>();
        for (var told : all) {
            var eventId = withdraws(told.event());
            if (eventId != null && told.position() <= known) {
                withdrawn.add(eventId);
            }
        }
        for (var told : all) {
            if (told.position() <= known
                    && !withdrawn.contains(told.eventId())
                    && !dayOf(told.event()).isAfter(asOf)) {
                counted.add(told.event());
            }
        }
    }

    private static @Nullable String withdraws(Object event) {
        return switch (event) {
            case FactRetracted retracted -> retracted.eventId();
            case LoggedOn fact -> fact.corrects();
            case FeatureUsed fact -> fact.corrects();
            case UsageDayReported fact -> fact.corrects();
            case TrainingStarted fact -> fact.corrects();
            case TrainingCompleted fact -> fact.corrects();
            default -> null;
        };
    }

    private static LocalDate dayOf(Object event) {
        return switch (event) {
            case UsageDayReported total -> total.day();
            case CustomerRegistered registered -> registered.registeredOn();
            case CustomerChurned churned -> churned.churnedOn();
            case CustomerWonBack back -> back.wonBackOn();
            default -> day(timeOf(event));
        };
    }

    static LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }

    static Instant timeOf(Object event) {
        try {
            return (Instant) event.getClass().getMethod("occurredAt").invoke(event);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    <E> List<E> all(Class<E> type) {
        return counted.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** In the order of what they are about; of the same moment in the order of the log. */
    List<Object> inTime() {
        if (inTime == null) {
            inTime = counted.stream()
                    .sorted(Comparator.comparing(NaiveLog::timeOf))
                    .toList();
        }
        return inTime;
    }

    TreeSet<String> customers() {
        var customers = new TreeSet<String>();
        all(CustomerRegistered.class).forEach(event -> customers.add(event.customerId()));
        return customers;
    }

    LocalDate registeredOn(String customer) {
        return all(CustomerRegistered.class).stream()
                .filter(event -> event.customerId().equals(customer))
                .findFirst()
                .orElseThrow()
                .registeredOn();
    }

    boolean isGone(String customer) {
        var gone = false;
        var since = LocalDate.MIN;
        for (var event : counted) {
            if (event instanceof CustomerChurned churned
                    && churned.customerId().equals(customer)
                    && !churned.churnedOn().isBefore(since)) {
                gone = true;
                since = churned.churnedOn();
            }
            if (event instanceof CustomerWonBack back
                    && back.customerId().equals(customer)
                    && !back.wonBackOn().isBefore(since)) {
                gone = false;
                since = back.wonBackOn();
            }
        }
        return gone;
    }

    List<Use> uses(String customer) {
        var uses = new ArrayList<Use>();
        for (var event : counted) {
            if (event instanceof LoggedOn on && customer.equals(on.customerId())) {
                uses.add(new Use(customer, on.userId(), day(on.occurredAt()), "", 1));
            }
            if (event instanceof FeatureUsed used && customer.equals(used.customerId())) {
                uses.add(new Use(customer, used.userId(), day(used.occurredAt()), used.feature(), used.count()));
            }
        }
        return uses;
    }

    List<Use> uses(String customer, String user) {
        return uses(customer).stream().filter(use -> use.user().equals(user)).toList();
    }

    TreeSet<LocalDate> activeDays(String customer, String user) {
        var days = new TreeSet<LocalDate>();
        uses(customer, user).forEach(use -> days.add(use.day()));
        return days;
    }

    /** The last report of each day. */
    TreeMap<LocalDate, UsageDayReported> totals(String customer) {
        var totals = new TreeMap<LocalDate, UsageDayReported>();
        for (var total : all(UsageDayReported.class)) {
            if (total.customerId().equals(customer)) {
                totals.put(total.day(), total);
            }
        }
        return totals;
    }

    TreeSet<LocalDate> accountDays(String customer) {
        var days = new TreeSet<LocalDate>();
        uses(customer).forEach(use -> days.add(use.day()));
        totals(customer).forEach((day, total) -> {
            var users = total.activeUsers();
            if (total.actions() > 0 || (users != null && users > 0)) {
                days.add(day);
            }
        });
        return days;
    }

    /** What names a user of a customer, except its uses, in the order of time. */
    List<Object> aboutUser(String customer, String user) {
        return aboutUsers.computeIfAbsent(customer + ' ' + user, any -> told(customer, user));
    }

    private List<Object> told(String customer, String user) {
        return inTime().stream()
                .filter(event -> !(event instanceof LoggedOn) && !(event instanceof FeatureUsed))
                .filter(event -> customer.equals(text(event, "customerId")) && user.equals(text(event, "userId")))
                .toList();
    }

    TreeSet<String> users(String customer) {
        var users = new TreeSet<String>();
        for (var event : counted) {
            var user = text(event, "userId");
            if (user != null && customer.equals(text(event, "customerId"))) {
                users.add(user);
            }
        }
        return users;
    }

    private static @Nullable String text(Object event, String component) {
        try {
            return (String) event.getClass().getMethod(component).invoke(event);
        } catch (NoSuchMethodException e) {
            return null;
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    LocalDate createdOn(String customer, String user) {
        var created = LocalDate.MAX;
        for (var event : aboutUser(customer, user)) {
            created = day(timeOf(event)).isBefore(created) ? day(timeOf(event)) : created;
        }
        var days = activeDays(customer, user);
        return !days.isEmpty() && days.first().isBefore(created) ? days.first() : created;
    }

    String state(String customer, String user) {
        var state = activeDays(customer, user).isEmpty() ? "invited" : "active";
        var erased = false;
        for (var event : aboutUser(customer, user)) {
            state = switch (event) {
                case UserActivated activated -> "active";
                case UserReactivated reactivated -> "active";
                case UserDeactivated deactivated -> "deactivated";
                default -> state;
            };
            erased |= event instanceof UserErased;
        }
        return erased ? "erased" : state;
    }

    boolean isEnabled(String customer, String user) {
        return state(customer, user).equals("invited") || state(customer, user).equals("active");
    }

    @Nullable String department(String customer, String user) {
        String department = null;
        for (var event : aboutUser(customer, user)) {
            if (event instanceof UserInvited invited) {
                department = invited.department();
            } else if (event instanceof UserRoleChanged changed) {
                department = changed.department();
            }
        }
        return department;
    }

    @Nullable String role(String customer, String user) {
        String role = null;
        for (var event : aboutUser(customer, user)) {
            if (event instanceof UserInvited invited) {
                role = invited.role();
            } else if (event instanceof UserRoleChanged changed) {
                role = changed.role();
            }
        }
        return role;
    }

    String training(String customer, String user) {
        var assigned = new TreeSet<String>();
        var completed = new TreeSet<String>();
        var started = false;
        for (var event : aboutUser(customer, user)) {
            switch (event) {
                case TrainingAssigned training -> assigned.add(training.courseId());
                case TrainingStarted training -> started = true;
                case TrainingCompleted training -> completed.add(training.courseId());
                default -> {
                    // Says nothing of courses.
                }
            }
        }
        var required = new TreeSet<String>();
        for (var event : inTime()) {
            if (event instanceof CoursePublished course) {
                required.remove(course.courseId());
                if (course.required()) {
                    required.add(course.courseId());
                }
            } else if (event instanceof CourseRetired course) {
                required.remove(course.courseId());
            }
        }
        var trained = required.isEmpty() ? !completed.isEmpty() : completed.containsAll(required);
        if (trained) {
            return "trained";
        }
        return started || !completed.isEmpty() ? "started" : assigned.isEmpty() ? "none" : "assigned";
    }

    /** Null: not in the catalogue on that day. */
    @Nullable String levelOn(String feature, LocalDate day) {
        String level = null;
        for (var event : inTime()) {
            if (event instanceof FeatureCataloged cataloged
                    && cataloged.feature().equals(feature)
                    && !day(cataloged.occurredAt()).isAfter(day)) {
                level = cataloged.level();
            }
        }
        return level;
    }

    TreeSet<String> catalogue() {
        var features = new TreeSet<String>();
        all(FeatureCataloged.class).forEach(event -> features.add(event.feature()));
        return features;
    }

    @Nullable AudienceDefined audience(String customer) {
        AudienceDefined audience = null;
        for (var event : inTime()) {
            if (event instanceof AudienceDefined defined && defined.customerId().equals(customer)) {
                audience = defined;
            }
        }
        return audience;
    }

    String basis(String customer) {
        return !users(customer).isEmpty() ? "persons" : !accountDays(customer).isEmpty() ? "totals" : "none";
    }
}
