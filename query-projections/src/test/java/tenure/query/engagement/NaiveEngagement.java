package tenure.query.engagement;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The answers once more, by plain loops over a list of events, as flat lines. */
final class NaiveEngagement {

    private final NaiveLog log;
    private final LocalDate asOf;

    NaiveEngagement(NaiveLog log) {
        this.log = log;
        this.asOf = log.asOf;
    }

    /** Somebody whose days are counted. */
    private record Who(
            String customer, @Nullable String user, LocalDate created, boolean current, TreeSet<LocalDate> days) {}

    private List<Who> users(Collection<String> customers) {
        var users = new ArrayList<Who>();
        for (var customer : customers) {
            for (var user : log.users(customer)) {
                users.add(new Who(
                        customer,
                        user,
                        log.createdOn(customer, user),
                        log.isEnabled(customer, user),
                        log.activeDays(customer, user)));
            }
        }
        return users;
    }

    private List<Who> accounts(Collection<String> customers) {
        var accounts = new ArrayList<Who>();
        for (var customer : customers) {
            var days = log.accountDays(customer);
            var created = log.registeredOn(customer);
            if (!days.isEmpty() && days.first().isBefore(created)) {
                created = days.first();
            }
            accounts.add(new Who(customer, null, created, !log.isGone(customer), days));
        }
        return accounts;
    }

    private static int activeDays(SortedSet<LocalDate> days, LocalDate first, LocalDate last) {
        int active = 0;
        for (var day : days) {
            if (!day.isBefore(first) && !day.isAfter(last)) {
                active++;
            }
        }
        return active;
    }

    private static String consistency(int days) {
        return days >= 9 ? "daily" : days >= 5 ? "weekly" : days >= 2 ? "occasional" : "inactive";
    }

    private static String state(Who who, LocalDate first, int length) {
        boolean now = activeDays(who.days, first, first.plusDays(length - 1)) > 0;
        boolean before = activeDays(who.days, first.minusDays(length), first.minusDays(1)) > 0;
        boolean createdNow = !who.created.isBefore(first);
        if (now) {
            return before ? "returning" : createdNow ? "new" : "resurrecting";
        }
        return before ? "dormant" : "inactive";
    }

    private static String decimal(long of, long among) {
        return among == 0
                ? "null"
                : BigDecimal.valueOf(of)
                        .divide(BigDecimal.valueOf(among), 4, RoundingMode.HALF_UP)
                        .toString();
    }

    Map<String, String> customerUsers(String customer) {
        var lines = new TreeMap<String, String>();
        lines.put("customerId", customer);
        lines.put("basis", log.basis(customer));
        var users = users(List.of(customer));
        lines.put("known", users.isEmpty() ? "null" : String.valueOf(users.size()));
        int row = 0;
        for (var user : users) {
            var at = "users[" + row++ + "].";
            lines.put(at + "userId", user.user);
            lines.put(at + "department", String.valueOf(log.department(customer, user.user)));
            lines.put(at + "role", String.valueOf(log.role(customer, user.user)));
            lines.put(at + "state", log.state(customer, user.user));
            lines.put(at + "createdOn", user.created.toString());
            lines.put(
                    at + "lastActiveOn",
                    user.days.isEmpty() ? "null" : user.days.last().toString());
            int days = activeDays(user.days, asOf.minusDays(13), asOf);
            lines.put(at + "activeDays", String.valueOf(days));
            lines.put(at + "consistency", consistency(days));
            long observed = Math.min(84, ChronoUnit.DAYS.between(user.created, asOf) + 1);
            lines.put(
                    at + "activeDaysPer28",
                    observed < 14
                            ? "null"
                            : decimal(28L * activeDays(user.days, asOf.minusDays(observed - 1), asOf), observed));
            lines.put(at + "week", state(user, asOf.minusDays(6), 7));
            lines.put(at + "fourWeeks", state(user, asOf.minusDays(27), 28));
            lines.put(at + "level", ladder(customer, user.user));
            lines.put(at + "daysFromCoreToAdvanced", velocity(customer, user.user));
            lines.put(at + "training", log.training(customer, user.user));
        }
        return lines;
    }

    private String ladder(String customer, String user) {
        for (var level : List.of("advanced", "core", "introductory")) {
            var features = new TreeSet<String>();
            var days = new TreeSet<LocalDate>();
            for (var use : log.uses(customer, user)) {
                if (!use.feature().isEmpty() && level(use).equals(level)) {
                    features.add(use.feature());
                    days.add(use.day());
                }
            }
            if (features.size() >= 2 && days.size() >= 2) {
                return level;
            }
        }
        return "null";
    }

    private String level(NaiveLog.Use use) {
        var level = log.levelOn(use.feature(), use.day());
        return level == null ? "core" : level;
    }

    private String velocity(String customer, String user) {
        var core = new TreeSet<LocalDate>();
        var advanced = new TreeSet<LocalDate>();
        for (var use : log.uses(customer, user)) {
            if (!use.feature().isEmpty() && !level(use).equals("introductory")) {
                core.add(use.day());
            }
            if (!use.feature().isEmpty() && level(use).equals("advanced")) {
                advanced.add(use.day());
            }
        }
        return advanced.isEmpty() ? "null" : String.valueOf(ChronoUnit.DAYS.between(core.first(), advanced.first()));
    }

    Map<String, String> engagement(@Nullable String customer, boolean workingDays, int n, int length, int intervals) {
        var lines = new TreeMap<String, String>();
        var customers = customer == null ? log.customers() : List.of(customer);
        lines.put("customerId", String.valueOf(customer));
        for (var basis : List.of("persons", "totals", "none")) {
            lines.put(
                    "basis." + basis,
                    String.valueOf(customers.stream()
                            .filter(one -> log.basis(one).equals(basis))
                            .count()));
        }
        var users = users(customers);
        if (users.isEmpty()) {
            lines.put("users", "null");
        } else {
            lines.put("users.daily", String.valueOf(activeUsers(users, asOf)));
            lines.put("users.weekly", String.valueOf(activeUsers(users, asOf.minusDays(6))));
            lines.put("users.monthly", String.valueOf(activeUsers(users, asOf.minusDays(27))));
            lines.put("users.workingDays", String.valueOf(workingDays));
            Predicate<LocalDate> counts = day -> !workingDays
                    || !(day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY);
            lines.put("users.dailyOfMonthly", stickiness(users, 28, 1, counts));
            lines.put("users.dailyOfWeekly", stickiness(users, 7, 1, counts));
            lines.put("users.weeklyOfMonthly", stickiness(users, 28, 7, counts));
            for (int k = 0; k <= n; k++) {
                int exactly = k;
                lines.put(
                        "users.activeOn[" + k + "]",
                        String.valueOf(users.stream()
                                .filter(user ->
                                        user.current && activeDays(user.days, asOf.minusDays(n - 1), asOf) == exactly)
                                .count()));
            }
            classes(lines, "users.", users);
            lifecycle(lines, "users.", users, length, intervals);
        }
        classes(lines, "accounts.", accounts(customers));
        lifecycle(lines, "accounts.", accounts(customers), length, intervals);
        return lines;
    }

    private long activeUsers(List<Who> users, LocalDate first) {
        return users.stream()
                .filter(user -> activeDays(user.days, first, asOf) > 0)
                .count();
    }

    /** Mean of the actives of each part of a window ÷ those of the window, as sum ÷ (parts × those of the window). */
    private String stickiness(List<Who> users, int window, int part, Predicate<LocalDate> counts) {
        long sum = 0;
        long parts = 0;
        var ofWindow = new TreeSet<String>();
        for (var first = asOf.minusDays(window - 1); !first.isAfter(asOf); first = first.plusDays(part)) {
            var any = false;
            var ofPart = new TreeSet<String>();
            for (int i = 0; i < part; i++) {
                var day = first.plusDays(i);
                if (counts.test(day)) {
                    any = true;
                    for (var user : users) {
                        if (user.days.contains(day)) {
                            ofPart.add(user.customer + ' ' + user.user);
                        }
                    }
                }
            }
            parts += any ? 1 : 0;
            sum += ofPart.size();
            ofWindow.addAll(ofPart);
        }
        return sum + "/" + parts * ofWindow.size();
    }

    private void classes(Map<String, String> lines, String at, List<Who> all) {
        int row = 0;
        for (var consistency : List.of("daily", "weekly", "occasional", "inactive")) {
            lines.put(at + "byClass[" + row + "].consistency", consistency);
            lines.put(
                    at + "byClass[" + row++ + "].count",
                    String.valueOf(all.stream()
                            .filter(who -> who.current
                                    && consistency(activeDays(who.days, asOf.minusDays(13), asOf))
                                            .equals(consistency))
                            .count()));
        }
    }

    private void lifecycle(Map<String, String> lines, String at, List<Who> all, int length, int intervals) {
        for (int row = 0; row < intervals; row++) {
            var first = asOf.plusDays(1).minusDays((long) length * (intervals - row));
            var count = new HashMap<String, Long>();
            for (var who : all) {
                count.merge(state(who, first, length), 1L, Long::sum);
            }
            var in = at + "lifecycle[" + row + "].";
            long arrived = count.getOrDefault("new", 0L);
            long returning = count.getOrDefault("returning", 0L);
            long resurrecting = count.getOrDefault("resurrecting", 0L);
            long dormant = count.getOrDefault("dormant", 0L);
            lines.put(in + "from", first.toString());
            lines.put(in + "to", first.plusDays(length).toString());
            lines.put(in + "active", String.valueOf(arrived + returning + resurrecting));
            lines.put(in + "newlyCreated", String.valueOf(arrived));
            lines.put(in + "returning", String.valueOf(returning));
            lines.put(in + "resurrecting", String.valueOf(resurrecting));
            lines.put(in + "dormant", String.valueOf(dormant));
            lines.put(in + "pulse", arrived + resurrecting + "/" + dormant);
        }
    }

    Map<String, String> retention(@Nullable String customer, boolean ofUsers, YearMonth from) {
        var lines = new TreeMap<String, String>();
        var customers = customer == null ? log.customers() : List.of(customer);
        lines.put("customerId", String.valueOf(customer));
        lines.put("unit", ofUsers ? "users" : "accounts");
        for (var basis : List.of("persons", "totals", "none")) {
            lines.put(
                    "basis." + basis,
                    String.valueOf(customers.stream()
                            .filter(one -> log.basis(one).equals(basis))
                            .count()));
        }
        var all = ofUsers ? users(customers) : accounts(customers);
        if (all.isEmpty()) {
            lines.put("cohorts", "null");
            return lines;
        }
        int row = 0;
        for (var month = from; !month.isAfter(YearMonth.from(asOf)); month = month.plusMonths(1)) {
            var at = "cohorts[" + row++ + "].";
            var cohort = new ArrayList<Who>();
            for (var who : all) {
                if (!who.days.isEmpty() && YearMonth.from(who.days.first()).equals(month)) {
                    cohort.add(who);
                }
            }
            lines.put(at + "month", month.toString());
            lines.put(at + "size", String.valueOf(cohort.size()));
            int column = 0;
            for (var later = month; !later.isAfter(YearMonth.from(asOf)); later = later.plusMonths(1)) {
                long back = 0;
                for (var who : cohort) {
                    back += activeDays(who.days, later.atDay(1), later.atEndOfMonth()) > 0 ? 1 : 0;
                }
                lines.put(
                        at + "months[" + column++ + "]",
                        later.atEndOfMonth().isAfter(asOf) ? "null" : back + "/" + cohort.size());
            }
        }
        return lines;
    }

    Map<String, String> dropOff(String feature, @Nullable String customer) {
        long used = 0;
        long open = 0;
        var closed = new ArrayList<long[]>(); // week and whether it dropped off
        var others = new TreeMap<Long, List<Boolean>>();
        for (var who : users(customer == null ? log.customers() : List.of(customer))) {
            LocalDate first = null;
            for (var use : log.uses(who.customer, who.user)) {
                if (use.feature().equals(feature) && (first == null || use.day().isBefore(first))) {
                    first = use.day();
                }
            }
            if (first != null) {
                used++;
                if (first.plusDays(28).isAfter(asOf)) {
                    open++;
                } else {
                    closed.add(new long[] {week(who, first), drops(who, first) ? 1 : 0});
                }
                continue;
            }
            long before = -1;
            for (var day : who.days) {
                if (week(who, day) != before && !day.plusDays(28).isAfter(asOf)) {
                    others.computeIfAbsent(week(who, day), any -> new ArrayList<>())
                            .add(drops(who, day));
                }
                before = week(who, day);
            }
        }
        long matched = 0;
        long dropped = 0;
        var expected = BigDecimal.ZERO;
        var weeks = new TreeSet<Long>();
        for (var one : closed) {
            var same = others.get(one[0]);
            if (same != null) {
                matched++;
                dropped += one[1];
                weeks.add(one[0]);
                expected = expected.add(
                        BigDecimal.valueOf(same.stream().filter(drops -> drops).count())
                                .divide(BigDecimal.valueOf(same.size()), 30, RoundingMode.HALF_UP));
            }
        }
        var lines = new TreeMap<String, String>();
        lines.put("feature", feature);
        lines.put("customerId", String.valueOf(customer));
        lines.put("users", String.valueOf(used));
        lines.put("open", String.valueOf(open));
        lines.put("unmatched", String.valueOf(closed.size() - matched));
        lines.put("droppedOff", dropped + "/" + matched);
        lines.put(
                "compared",
                String.valueOf(weeks.stream()
                        .mapToLong(week -> others.get(week).size())
                        .sum()));
        lines.put("expected", mean(expected, matched));
        lines.put("difference", mean(BigDecimal.valueOf(dropped).subtract(expected), matched));
        return lines;
    }

    /** First to many places, so that what is exactly half is not taken for a little less. */
    private static String mean(BigDecimal sum, long of) {
        return of == 0
                ? "null"
                : sum.divide(BigDecimal.valueOf(of), 25, RoundingMode.HALF_UP)
                        .setScale(20, RoundingMode.HALF_UP)
                        .setScale(4, RoundingMode.HALF_UP)
                        .toString();
    }

    private static long week(Who who, LocalDate day) {
        return ChronoUnit.DAYS.between(who.created, day) / 7;
    }

    private static boolean drops(Who who, LocalDate day) {
        return !who.days.last().isAfter(day.plusDays(14));
    }
}
