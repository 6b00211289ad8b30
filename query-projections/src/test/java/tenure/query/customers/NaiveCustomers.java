package tenure.query.customers;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tenure.domain.correction.event.FactRetracted;
import tenure.domain.customer.event.CustomerChurned;
import tenure.domain.customer.event.CustomerRegistered;
import tenure.domain.customer.event.CustomerWonBack;
import tenure.domain.customer.event.OwnerAssigned;
import tenure.domain.customer.event.ProfileChanged;
import tenure.domain.license.event.LicenseCancelled;
import tenure.domain.license.event.LicenseRenewed;
import tenure.domain.license.event.LicenseSold;
import tenure.domain.license.event.PlanChanged;
import tenure.domain.license.event.SeatAssigned;
import tenure.domain.license.event.SeatsChanged;
import tenure.domain.onboarding.event.OnboardingStarted;
import tenure.domain.onboarding.event.TaskCompleted;
import tenure.domain.onboarding.event.TaskReopened;
import tenure.domain.onboarding.event.TaskSkipped;
import tenure.domain.training.event.CoursePublished;
import tenure.domain.training.event.CourseRetired;
import tenure.domain.training.event.TrainingCompleted;
import tenure.domain.training.event.TrainingEvent;
import tenure.domain.usage.event.FeatureCataloged;
import tenure.domain.usage.event.FeatureUsed;
import tenure.domain.usage.event.LoggedOn;
import tenure.domain.usage.event.UsageDayReported;
import tenure.domain.user.event.UserEvent;
import tenure.domain.user.event.UserInvited;
import tenure.query.lifecycle.Told;

/** A customer once more, read from the list of all events with plain loops, a day at a time: slow, and easy to believe. */
final class NaiveCustomers {

    /** What it can be told to get wrong, so that the comparison is seen to notice. */
    enum Mistake {
        NONE,
        COUNTS_THE_LAST_DAY,
        COUNTS_WHAT_HAPPENS_LATER,
        BELIEVES_WHAT_WAS_TAKEN_BACK,
        LOOKS_BACK_29_DAYS
    }

    private final Mistake mistake;

    /** What was known, in the order of the log. */
    private final List<Record> known = new ArrayList<>();

    /** An event with its place in the log. */
    record Placed(long position, Told told) {}

    /** The events that are about a customer, or about nobody. */
    static List<Placed> about(String customer, List<Told> log) {
        var about = new ArrayList<Placed>();
        for (int i = 0; i < log.size(); i++) {
            var of = get(log.get(i).event(), "customerId");
            if (of == null || of.equals(customer)) {
                about.add(new Placed(i + 1, log.get(i)));
            }
        }
        return about;
    }

    NaiveCustomers(List<Placed> about, long position, Mistake mistake) {
        this.mistake = mistake;
        var log = about.stream()
                .filter(placed -> placed.position() <= position)
                .map(Placed::told)
                .toList();
        var takenBack = new HashSet<String>();
        for (var told : log) {
            var id = switch (told.event()) {
                case FactRetracted event -> event.eventId();
                case LoggedOn event -> event.corrects();
                case FeatureUsed event -> event.corrects();
                case UsageDayReported event -> event.corrects();
                case TrainingCompleted event -> event.corrects();
                default -> null;
            };
            if (id != null) {
                takenBack.add(id);
            }
        }
        for (var told : log) {
            boolean wrong = takenBack.contains(told.eventId().toString());
            if ((get(told.event(), "customerId") != null || isDefinition(told.event()))
                    && (!wrong || mistake == Mistake.BELIEVES_WHAT_WAS_TAKEN_BACK)) {
                known.add(told.event());
            }
        }
    }

    private static boolean isDefinition(Record event) {
        return event instanceof CoursePublished || event instanceof CourseRetired || event instanceof FeatureCataloged;
    }

    private static Object get(Record event, String name) {
        try {
            var method = event.getClass().getMethod(name);
            return method.invoke(event);
        } catch (NoSuchMethodException e) {
            return null;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static LocalDate on(Record event) {
        return LocalDate.ofInstant((Instant) get(event, "occurredAt"), ZoneOffset.UTC);
    }

    /** What happened until the end of a day. */
    private List<Record> until(LocalDate day) {
        return mistake == Mistake.COUNTS_WHAT_HAPPENS_LATER
                ? known
                : known.stream().filter(event -> !on(event).isAfter(day)).toList();
    }

    /** What a row says; null when the customer had not signed up. */
    Map<String, Object> row(LocalDate day) {
        CustomerRegistered registered = null;
        String owner = null;
        Instant ownedSince = Instant.MIN;
        for (var event : until(day)) {
            if (event instanceof CustomerRegistered signUp
                    && !signUp.registeredOn().isAfter(day)) {
                registered = signUp;
            }
            if (event instanceof OwnerAssigned assigned
                    && !assigned.occurredAt().isBefore(ownedSince)) {
                owner = assigned.owner();
                ownedSince = assigned.occurredAt();
            }
        }
        if (registered == null) {
            return null;
        }
        var row = new TreeMap<String, Object>();
        var use = use(day);
        var recent = new ArrayList<LocalDate>(use.keySet());
        int window = mistake == Mistake.LOOKS_BACK_29_DAYS ? 29 : 28;
        recent.removeIf(on -> !on.isAfter(day.minusDays(window)));
        row.put("registeredOn", registered.registeredOn());
        row.put("churnedOn", churnedOn(day));
        row.put("owner", owner);
        row.put("profile", profile(day));
        row.put("seats", terms(day).values().stream().mapToLong(term -> term[0]).sum());
        row.put("revenue", revenue(day));
        row.put(
                "usage28",
                recent.stream().mapToLong(on -> use.get(on).actions()).sum());
        row.put(
                "activeUsers28",
                recent.stream()
                        .map(on -> use.get(on).activeUsers())
                        .filter(users -> users != null)
                        .max(Integer::compare)
                        .orElse(null));
        row.put(
                "lastActiveOn",
                use.entrySet().stream()
                        .filter(on -> isActive(on.getValue()))
                        .map(Map.Entry::getKey)
                        .reduce((earlier, later) -> later)
                        .orElse(null));
        row.put("active28", active28(day));
        row.put("trained", isTotals(day) ? null : trained(day));
        for (var stage : List.of("sold", "invited", "logged-on", "trained", "tasks", "value", "adopted")) {
            row.put("stage " + stage, reachedOn(stage, day));
        }
        return row;
    }

    private LocalDate churnedOn(LocalDate day) {
        LocalDate last = null;
        LocalDate churned = null;
        for (var event : until(day)) {
            var when = event instanceof CustomerChurned left
                    ? left.churnedOn()
                    : event instanceof CustomerWonBack back ? back.wonBackOn() : null;
            if (when != null && !when.isAfter(day) && (last == null || !when.isBefore(last))) {
                last = when;
                churned = event instanceof CustomerChurned ? when : null;
            }
        }
        return churned;
    }

    private Map<String, String> profile(LocalDate day) {
        var profile = new TreeMap<String, String>();
        for (var event : until(day)) {
            if (event instanceof CustomerRegistered registered) {
                profile.putAll(registered.profile());
            }
        }
        for (var on : days(day)) {
            for (var event : until(day)) {
                if (event instanceof ProfileChanged changed && on(changed).equals(on)) {
                    profile.putAll(changed.profile());
                }
            }
        }
        return profile;
    }

    private Set<LocalDate> days(LocalDate until) {
        var days = new TreeSet<LocalDate>();
        known.forEach(event -> days.add(on(event)));
        days.removeIf(on -> on.isAfter(until));
        return days;
    }

    private Map<String, Long> revenue(LocalDate day) {
        var sums = new TreeMap<String, Long>();
        terms(day).forEach((license, term) -> sums.merge(currency(license), term[0] * term[1], Long::sum));
        return sums;
    }

    private String currency(String license) {
        return known.stream()
                .filter(event ->
                        event instanceof LicenseSold sold && sold.licenseId().equals(license))
                .map(event -> ((LicenseSold) event).currency())
                .findFirst()
                .orElseThrow();
    }

    /** Seats and the price of one, by license in force. */
    Map<String, long[]> terms(LocalDate day) {
        var terms = new TreeMap<String, long[]>();
        var starts = new HashMap<String, LocalDate>();
        if (churnedOn(day) != null) {
            return terms;
        }
        for (var event : until(day)) {
            if (event instanceof LicenseSold || event instanceof LicenseRenewed) {
                var license = (String) get(event, "licenseId");
                var from = (LocalDate) get(event, "startsOn");
                var to = (LocalDate) get(event, "endsOn");
                var last = mistake == Mistake.COUNTS_THE_LAST_DAY ? to : to.minusDays(1);
                var start = starts.get(license);
                if (!from.isAfter(day) && !last.isBefore(day) && (start == null || !from.isBefore(start))) {
                    starts.put(license, from);
                    terms.put(
                            license,
                            new long[] {(int) get(event, "seats"), (long) get(event, "pricePerSeatMinorUnits")});
                }
            }
        }
        var seatsSince = new HashMap<>(starts);
        var priceSince = new HashMap<>(starts);
        for (var event : until(day)) {
            if (event instanceof SeatsChanged || event instanceof PlanChanged) {
                var license = (String) get(event, "licenseId");
                var when = (LocalDate) get(event, "effectiveOn");
                var term = terms.get(license);
                if (term == null || when.isAfter(day)) {
                    continue;
                }
                if (event instanceof SeatsChanged change && !when.isBefore(seatsSince.get(license))) {
                    term[0] = change.seats();
                    seatsSince.put(license, when);
                }
                if (!when.isBefore(priceSince.get(license))) {
                    term[1] = (long) get(event, "pricePerSeatMinorUnits");
                    priceSince.put(license, when);
                }
            }
            if (event instanceof LicenseCancelled cancelled
                    && !cancelled.effectiveOn().isAfter(day)) {
                terms.remove(cancelled.licenseId());
            }
        }
        return terms;
    }

    record Day(Integer activeUsers, long actions, Map<String, Long> features) {}

    private static boolean isActive(Day day) {
        return day.actions() > 0 || (day.activeUsers() != null && day.activeUsers() > 0);
    }

    /** Use by day: the last report, else what persons did. */
    Map<LocalDate, Day> use(LocalDate until) {
        var days = new TreeMap<LocalDate, Day>();
        var persons = new HashMap<LocalDate, Set<String>>();
        for (var event : known) {
            var features = new TreeMap<String, Long>();
            if (event instanceof LoggedOn || event instanceof FeatureUsed) {
                persons.computeIfAbsent(on(event), day -> new HashSet<>()).add((String) get(event, "userId"));
                if (days.containsKey(on(event))) {
                    features.putAll(days.get(on(event)).features());
                }
                if (event instanceof FeatureUsed used) {
                    features.merge(used.feature(), used.count(), Long::sum);
                }
                days.put(
                        on(event),
                        new Day(
                                persons.get(on(event)).size(),
                                features.values().stream()
                                        .mapToLong(count -> count)
                                        .sum(),
                                features));
            }
        }
        for (var event : known) {
            if (event instanceof UsageDayReported report) {
                var seen = persons.get(report.day());
                var users = report.activeUsers() == null && seen != null ? (Integer) seen.size() : report.activeUsers();
                days.put(report.day(), new Day(users, report.actions(), report.features()));
            }
        }
        days.keySet().removeIf(day -> day.isAfter(until));
        return days;
    }

    private boolean isTotals(LocalDate day) {
        for (var event : until(day)) {
            if (event instanceof UserEvent
                    || event instanceof TrainingEvent
                    || event instanceof LoggedOn
                    || event instanceof FeatureUsed
                    || event instanceof SeatAssigned) {
                return false;
            }
        }
        return use(day).values().stream().anyMatch(NaiveCustomers::isActive);
    }

    private Integer active28(LocalDate day) {
        if (isTotals(day)) {
            boolean active = false;
            Integer most = null;
            for (var used : use(day).entrySet()) {
                if (used.getKey().isAfter(day.minusDays(28))) {
                    var users = used.getValue().activeUsers();
                    most = users == null || (most != null && most > users) ? most : users;
                    active |= isActive(used.getValue());
                }
            }
            return most == null && !active ? (Integer) 0 : most;
        }
        var users = new HashSet<String>();
        for (var event : until(day)) {
            if (event instanceof FeatureUsed used
                    && on(used).isAfter(day.minusDays(28))
                    && !level(used.feature(), on(used)).equals("introductory")) {
                users.add(used.userId());
            }
        }
        return users.size();
    }

    private FeatureCataloged entry(String feature, LocalDate day) {
        FeatureCataloged last = null;
        for (var event : until(day)) {
            if (event instanceof FeatureCataloged entry
                    && entry.feature().equals(feature)
                    && (last == null || !entry.occurredAt().isBefore(last.occurredAt()))) {
                last = entry;
            }
        }
        return last;
    }

    private String level(String feature, LocalDate day) {
        var entry = entry(feature, day);
        return entry == null ? "core" : entry.level();
    }

    private int trained(LocalDate day) {
        var required = new TreeMap<Instant, Record>();
        for (var event : until(day)) {
            if (event instanceof CoursePublished || event instanceof CourseRetired) {
                required.put(((Instant) get(event, "occurredAt")).plusNanos(required.size()), event);
            }
        }
        var courses = new TreeSet<String>();
        for (var event : required.values()) {
            if (event instanceof CoursePublished published && published.required()) {
                courses.add(published.courseId());
            } else {
                courses.remove((String) get(event, "courseId"));
            }
        }
        var completed = new HashMap<String, Set<String>>();
        for (var event : until(day)) {
            if (event instanceof TrainingCompleted training) {
                completed
                        .computeIfAbsent(training.userId(), user -> new HashSet<>())
                        .add(training.courseId());
            }
        }
        return (int) completed.values().stream()
                .filter(done -> done.containsAll(courses))
                .count();
    }

    /** The day on which a stage was reached; null when it was not. */
    private LocalDate reachedOn(String stage, LocalDate day) {
        var found = new TreeSet<LocalDate>();
        switch (stage) {
            case "sold" -> {
                for (var event : until(day)) {
                    if (event instanceof LicenseSold || event instanceof LicenseRenewed) {
                        var from = (LocalDate) get(event, "startsOn");
                        found.add(from.isAfter(on(event)) ? from : on(event));
                    }
                }
            }
            case "invited" -> {
                for (var event : until(day)) {
                    if (event instanceof UserInvited) {
                        found.add(on(event));
                    }
                }
            }
            case "logged-on" -> {
                for (var event : until(day)) {
                    if (event instanceof LoggedOn || event instanceof FeatureUsed) {
                        found.add(on(event));
                    }
                }
                use(day).forEach((on, used) -> {
                    if (isActive(used)) {
                        found.add(on);
                    }
                });
            }
            case "trained" -> {
                for (var on : days(day)) {
                    if (trained(on) > 0) {
                        found.add(on);
                    }
                }
            }
            case "tasks" -> {
                var tasks = tasksCompletedOn(day);
                if (tasks != null) {
                    found.add(tasks);
                }
            }
            case "value" -> {
                for (var event : known) {
                    if (event instanceof FeatureUsed used && isValue(used.feature(), day)) {
                        found.add(on(used));
                    }
                    if (event instanceof UsageDayReported report) {
                        report.features().forEach((feature, count) -> {
                            if (count > 0 && isValue(feature, day)) {
                                found.add(report.day());
                            }
                        });
                    }
                }
            }
            default -> {
                var first = known.stream().map(NaiveCustomers::on).min(LocalDate::compareTo);
                for (var on = first.orElse(day); !on.isAfter(day); on = on.plusDays(1)) {
                    long seats = terms(on).values().stream()
                            .mapToLong(term -> term[0])
                            .sum();
                    var active = seats == 0 ? null : active28(on);
                    if (active != null && 2L * active >= seats) {
                        return on;
                    }
                }
            }
        }
        return found.isEmpty() || found.first().isAfter(day) ? null : found.first();
    }

    private boolean isValue(String feature, LocalDate day) {
        var entry = entry(feature, day);
        return entry != null && entry.valueEvent();
    }

    private LocalDate tasksCompletedOn(LocalDate day) {
        var required = new LinkedHashSet<String>();
        var completed = new HashMap<String, LocalDate>();
        for (var event : until(day)) {
            switch (event) {
                case OnboardingStarted started ->
                    started.tasks().stream()
                            .filter(OnboardingStarted.Task::required)
                            .forEach(task -> required.add(task.taskId()));
                case TaskCompleted done -> completed.put(done.taskId(), on(done));
                case TaskSkipped skipped -> completed.remove(skipped.taskId());
                case TaskReopened reopened -> completed.remove(reopened.taskId());
                default -> {
                    // Changes no task.
                }
            }
        }
        return required.isEmpty() || !completed.keySet().containsAll(required)
                ? null
                : required.stream()
                        .map(completed::get)
                        .max(LocalDate::compareTo)
                        .orElseThrow();
    }
}
