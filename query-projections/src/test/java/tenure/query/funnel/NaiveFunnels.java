package tenure.query.funnel;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tenure.domain.correction.event.FactRetracted;
import tenure.domain.customer.event.CustomerChurned;
import tenure.domain.customer.event.CustomerWonBack;
import tenure.domain.license.event.LicenseCancelled;
import tenure.domain.license.event.LicenseRenewed;
import tenure.domain.license.event.LicenseSold;
import tenure.domain.license.event.SeatsChanged;
import tenure.domain.onboarding.event.OnboardingStarted;
import tenure.domain.onboarding.event.TaskCompleted;
import tenure.domain.onboarding.event.TaskReopened;
import tenure.domain.onboarding.event.TaskSkipped;
import tenure.domain.shared.EventName;
import tenure.domain.training.event.CoursePublished;
import tenure.domain.training.event.CourseRetired;
import tenure.domain.training.event.TrainingCompleted;
import tenure.domain.usage.event.FeatureCataloged;
import tenure.domain.usage.event.FeatureUsed;
import tenure.domain.usage.event.LoggedOn;
import tenure.domain.user.event.UserActivated;
import tenure.domain.user.event.UserDeactivated;
import tenure.domain.user.event.UserErased;
import tenure.domain.user.event.UserInvited;
import tenure.domain.user.event.UserReactivated;
import tenure.query.lifecycle.Told;

/**
 * The onboarding as definitions.md §3.1 and §3.2 tell it, by plain loops over all events: slow, and without anything of the
 * view. What is not known or not true yet at a standpoint is left out first.
 */
final class NaiveFunnels {

    /** An event and its place in the log. */
    record Known(long position, Record event, String type, Instant at, String customer, String user) {
        boolean isBefore(Known other) {
            return at.isBefore(other.at) || (at.equals(other.at) && position < other.position);
        }
    }

    final List<Known> events;
    final Instant end;
    private final TreeMap<String, List<Known>> ofCustomers = new TreeMap<>();
    private final Set<String> valueFeatures;
    private final Set<String> requiredCourses;

    /**
     * What is known.
     *
     * @param told         the whole log; the first has position 1
     * @param believesAll  forgets that facts were withdrawn; a planted error
     */
    NaiveFunnels(List<Told> told, LocalDate asOf, long position, boolean believesAll) {
        this.end = asOf.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        var withdrawn = new HashSet<String>();
        for (int i = 0; i < Math.min(told.size(), position); i++) {
            var event = told.get(i).event();
            var named = event instanceof FactRetracted retracted ? retracted.eventId() : text(event, "corrects");
            if (named != null && !believesAll) {
                withdrawn.add(named);
            }
        }
        this.events = new ArrayList<>();
        for (int i = 0; i < Math.min(told.size(), position); i++) {
            var event = told.get(i).event();
            var at = (Instant) Objects.requireNonNull(component(event, "occurredAt"));
            if (at.isBefore(end) && !withdrawn.contains(told.get(i).eventId().toString())) {
                var type = event.getClass().getAnnotation(EventName.class).value();
                events.add(new Known(i + 1, event, type, at, text(event, "customerId"), text(event, "userId")));
            }
        }
        events.sort(Comparator.comparing(Known::at).thenComparing(Known::position));
        events.stream()
                .filter(known -> known.customer() != null)
                .forEach(known -> ofCustomers
                        .computeIfAbsent(known.customer(), id -> new ArrayList<>())
                        .add(known));
        this.valueFeatures = valueFeatures();
        this.requiredCourses = requiredCourses();
    }

    /** Reached, open, missed and out of order of each step, the entry first. */
    List<String> onboarding(
            String unit, int horizon, Set<Integer> optional, Predicate<LocalDate> takes, YearMonth cohort) {
        var steps = unit.equals("users") ? 5 : 6;
        var bars = new long[steps][4];
        for (var customer : customers()) {
            if (cohort != null && !cohort.equals(month(customer))) {
                continue;
            }
            var sold = contractStart(customer);
            if (unit.equals("users")) {
                for (var user : users(customer)) {
                    var invited = first(customer, user, UserInvited.class);
                    if (invited != null && takes.test(day(invited))) {
                        var done = milestones(customer, List.of(user)).subList(1, 5);
                        count(bars, 1, invited, done, horizon, optional, isGone(customer, user));
                    }
                }
            } else if (sold != null && sold.isBefore(end) && takes.test(day(sold))) {
                if (unit.equals("accounts")) {
                    count(
                            bars,
                            1,
                            sold,
                            milestones(customer, users(customer)),
                            horizon,
                            optional,
                            isGone(customer, null));
                } else {
                    seats(bars, customer, sold, horizon);
                }
            }
        }
        return Stream.of(bars)
                .map(bar -> bar[0] + "/" + bar[1] + "/" + bar[2] + "/" + bar[3])
                .toList();
    }

    /** Seats that nobody could fill are never out of order; a person on no seat is nowhere. */
    private void seats(long[][] bars, String customer, Instant sold, int horizon) {
        if (isGone(customer, null)) {
            return;
        }
        long seats = seats(customer, day(end.minusNanos(1)));
        var isOver = sold.plus(Duration.ofDays(horizon)).isBefore(end);
        long before = seats;
        bars[0][0] += seats;
        for (int step = 1; step <= 5; step++) {
            var last = step;
            long people = users(customer).stream()
                    .filter(user -> !isGone(customer, user))
                    .filter(user -> milestones(customer, List.of(user)).subList(0, last).stream()
                            .allMatch(at -> at != null && !at.isAfter(sold.plus(Duration.ofDays(horizon)))))
                    .count();
            long reached = Math.min(seats, people);
            bars[step][0] += reached;
            bars[step][isOver ? 2 : 1] += before - reached;
            before = reached;
        }
    }

    private void count(
            long[][] bars,
            long weight,
            Instant entry,
            List<Instant> done,
            int horizon,
            Set<Integer> optional,
            boolean gone) {
        bars[0][0] += weight;
        var limit = entry.plus(Duration.ofDays(horizon));
        var open = !limit.isBefore(end) && !gone;
        for (int step = 1; step <= done.size(); step++) {
            var own = done.get(step - 1) != null && !done.get(step - 1).isAfter(limit);
            var before = true;
            for (int earlier = 1; earlier < step; earlier++) {
                before &= optional.contains(earlier)
                        || (done.get(earlier - 1) != null
                                && !done.get(earlier - 1).isAfter(limit));
            }
            if (before) {
                bars[step][own ? 0 : open ? 1 : 2] += weight;
            } else if (own) {
                bars[step][3] += weight;
            }
        }
    }

    /** Invited, logged on, trained, tasks done, value: when the first of the people had done it; null when none has. */
    List<Instant> milestones(String customer, Collection<String> users) {
        var milestones = new ArrayList<Instant>();
        milestones.add(earliest(users, user -> first(customer, user, UserInvited.class)));
        milestones.add(earliest(
                users,
                user -> earliest(List.of(LoggedOn.class, FeatureUsed.class), kind -> first(customer, user, kind))));
        milestones.add(earliest(users, user -> trained(customer, user)));
        milestones.add(tasksDone(customer));
        milestones.add(earliest(
                users,
                user -> of(customer).stream()
                        .filter(known -> known.event() instanceof FeatureUsed used
                                && valueFeatures.contains(used.feature())
                                && user.equals(known.user()))
                        .map(Known::at)
                        .findFirst()
                        .orElse(null)));
        return milestones;
    }

    Instant activated(String customer, String user) {
        return first(customer, user, UserActivated.class);
    }

    List<Known> of(String customer) {
        return ofCustomers.getOrDefault(customer, List.of());
    }

    private Set<String> requiredCourses() {
        var required = new TreeSet<String>();
        for (var known : events) {
            if (known.event() instanceof CoursePublished course) {
                if (course.required()) {
                    required.add(course.courseId());
                } else {
                    required.remove(course.courseId());
                }
            } else if (known.event() instanceof CourseRetired course) {
                required.remove(course.courseId());
            }
        }
        return required;
    }

    private Instant trained(String customer, String user) {
        var required = requiredCourses;
        var completed = new TreeMap<String, Instant>();
        for (var known : of(customer)) {
            if (known.event() instanceof TrainingCompleted training && user.equals(known.user())) {
                completed.putIfAbsent(training.courseId(), known.at());
            }
        }
        if (required.isEmpty()) {
            return completed.values().stream().min(Comparator.naturalOrder()).orElse(null);
        }
        return completed.keySet().containsAll(required)
                ? required.stream()
                        .map(completed::get)
                        .max(Comparator.naturalOrder())
                        .orElse(null)
                : null;
    }

    private Set<String> valueFeatures() {
        var value = new TreeSet<String>();
        for (var known : events) {
            if (known.event() instanceof FeatureCataloged feature) {
                if (feature.valueEvent()) {
                    value.add(feature.feature());
                } else {
                    value.remove(feature.feature());
                }
            }
        }
        return value;
    }

    private Instant tasksDone(String customer) {
        var done = new TreeMap<String, Instant>();
        var required = new TreeSet<String>();
        for (var known : of(customer)) {
            switch (known.event()) {
                case OnboardingStarted started ->
                    started.tasks().stream()
                            .filter(OnboardingStarted.Task::required)
                            .forEach(task -> required.add(started.onboardingId() + task.taskId()));
                case TaskCompleted task -> done.put(task.onboardingId() + task.taskId(), known.at());
                case TaskSkipped task -> done.remove(task.onboardingId() + task.taskId());
                case TaskReopened task -> done.remove(task.onboardingId() + task.taskId());
                default -> {}
            }
        }
        return required.isEmpty() || !done.keySet().containsAll(required)
                ? null
                : required.stream()
                        .map(done::get)
                        .max(Comparator.naturalOrder())
                        .orElse(null);
    }

    boolean isGone(String customer, String user) {
        var gone = false;
        var out = false;
        var erased = false;
        for (var known : of(customer)) {
            switch (known.event()) {
                case CustomerChurned churned -> gone = true;
                case CustomerWonBack back -> gone = false;
                case UserDeactivated left -> out = out || left.userId().equals(user);
                case UserReactivated back -> out = out && !back.userId().equals(user);
                case UserErased left -> erased = erased || left.userId().equals(user);
                default -> {}
            }
        }
        return gone || out || erased;
    }

    Instant contractStart(String customer) {
        return of(customer).stream()
                .map(Known::event)
                .map(event -> event instanceof LicenseSold sold
                        ? sold.startsOn()
                        : event instanceof LicenseRenewed renewed ? renewed.startsOn() : null)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .map(day -> day.atStartOfDay().toInstant(ZoneOffset.UTC))
                .orElse(null);
    }

    private YearMonth month(String customer) {
        var start = contractStart(customer);
        return start == null ? null : YearMonth.from(day(start));
    }

    /** Of each licence the term that covers the day, with the last change in it up to the day. */
    long seats(String customer, LocalDate day) {
        long seats = 0;
        var inLogOrder = of(customer).stream()
                .sorted(Comparator.comparing(Known::position))
                .toList();
        for (var licence : inLogOrder.stream()
                .map(known -> text(known.event(), "licenseId"))
                .filter(Objects::nonNull)
                .collect(java.util.stream.Collectors.toCollection(TreeSet::new))) {
            LocalDate from = null;
            LocalDate changed = null;
            long own = 0;
            var cancelled = false;
            for (var known : inLogOrder) {
                switch (known.event()) {
                    case LicenseSold sold
                    when sold.licenseId().equals(licence)
                            && !sold.startsOn().isAfter(day)
                            && sold.endsOn().isAfter(day) -> {
                        from = sold.startsOn();
                        own = sold.seats();
                    }
                    case LicenseRenewed renewed
                    when renewed.licenseId().equals(licence)
                            && !renewed.startsOn().isAfter(day)
                            && renewed.endsOn().isAfter(day) -> {
                        from = renewed.startsOn();
                        own = renewed.seats();
                    }
                    case LicenseCancelled end
                    when end.licenseId().equals(licence) ->
                        cancelled = !end.effectiveOn().isAfter(day);
                    default -> {}
                }
            }
            for (var known : inLogOrder) {
                if (known.event() instanceof SeatsChanged change
                        && change.licenseId().equals(licence)
                        && from != null
                        && !change.effectiveOn().isBefore(from)
                        && !change.effectiveOn().isAfter(day)
                        && (changed == null || !change.effectiveOn().isBefore(changed))) {
                    changed = change.effectiveOn();
                    own = change.seats();
                }
            }
            seats += from == null || cancelled ? 0 : own;
        }
        return seats;
    }

    Set<String> customers() {
        return ofCustomers.keySet();
    }

    Set<String> users(String customer) {
        var users = new TreeSet<String>();
        of(customer).stream()
                .filter(known -> known.user() != null)
                .map(Known::user)
                .forEach(users::add);
        return users;
    }

    Instant first(String customer, String user, Class<?> kind) {
        return of(customer).stream()
                .filter(known -> kind.isInstance(known.event()) && user.equals(known.user()))
                .map(Known::at)
                .findFirst()
                .orElse(null);
    }

    private static <T> Instant earliest(Collection<T> of, java.util.function.Function<T, Instant> when) {
        return of.stream()
                .map(when)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    private static String text(Record event, String component) {
        return component(event, component) instanceof String text ? text : null;
    }

    private static Object component(Record event, String name) {
        try {
            for (var component : event.getClass().getRecordComponents()) {
                if (component.getName().equals(name)) {
                    return component.getAccessor().invoke(event);
                }
            }
            return null;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
