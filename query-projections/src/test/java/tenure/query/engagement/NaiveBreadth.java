package tenure.query.engagement;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The breadth of a customer once more, by plain loops over a list of events, as flat lines. */
final class NaiveBreadth {

    private final NaiveLog log;
    private final String customer;
    private final LocalDate asOf;
    private final LocalDate from;

    NaiveBreadth(NaiveLog log, String customer, int days) {
        this.log = log;
        this.customer = customer;
        this.asOf = log.asOf;
        this.from = asOf.minusDays(days - 1);
    }

    Map<String, String> lines() {
        var lines = new TreeMap<String, String>();
        var basis = log.basis(customer);
        lines.put("customerId", customer);
        lines.put("basis", basis);
        lines.put("from", from.toString());
        features(lines, basis.equals("persons"));
        if (basis.equals("persons")) {
            departments(lines);
            activity(lines);
        } else {
            lines.put("departments", "null");
            lines.put("activity", "null");
        }
        champion(lines);
        return lines;
    }

    private boolean within(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(asOf);
    }

    private void departments(Map<String, String> lines) {
        var audience = log.audience(customer);
        var known = new TreeSet<String>();
        if (audience != null) {
            known.addAll(audience.departments().keySet());
        }
        var users = log.users(customer);
        for (var user : users) {
            var department = log.department(customer, user);
            if (department != null) {
                known.add(department);
            }
        }
        int reached = 0;
        int row = 0;
        for (var department : known) {
            int all = 0;
            int active = 0;
            for (var user : users) {
                if (department.equals(log.department(customer, user))) {
                    all += log.isEnabled(customer, user) ? 1 : 0;
                    active += log.activeDays(customer, user).stream().anyMatch(this::within) ? 1 : 0;
                }
            }
            reached += active > 0 ? 1 : 0;
            var at = "departments.departments[" + row++ + "].";
            lines.put(at + "department", department);
            lines.put(
                    at + "expected",
                    audience == null
                            ? "null"
                            : String.valueOf(audience.departments().get(department)));
            lines.put(at + "users", String.valueOf(all));
            lines.put(at + "active", String.valueOf(active));
        }
        lines.put("departments.reach", reached + "/" + known.size());
    }

    private void features(Map<String, String> lines, boolean persons) {
        var used = new TreeSet<String>();
        for (var use : log.uses(customer)) {
            if (within(use.day())) {
                used.add(use.feature());
            }
        }
        log.totals(customer).forEach((day, total) -> {
            if (within(day)) {
                total.features().forEach((feature, count) -> {
                    if (count > 0) {
                        used.add(feature);
                    }
                });
            }
        });
        var catalogue = log.catalogue();
        lines.put("features", catalogue.stream().filter(used::contains).count() + "/" + catalogue.size());
        int row = 0;
        for (var level : List.of("introductory", "core", "advanced")) {
            int all = 0;
            int seen = 0;
            int adopted = 0;
            for (var feature : catalogue) {
                if (level.equals(log.levelOn(feature, asOf))) {
                    all++;
                    seen += used.contains(feature) ? 1 : 0;
                    adopted += isAdopted(feature) ? 1 : 0;
                }
            }
            var at = "byLevel[" + row++ + "].";
            lines.put(at + "level", level);
            lines.put(at + "used", seen + "/" + all);
            lines.put(at + "adopted", persons ? String.valueOf(adopted) : "null");
        }
    }

    private boolean isAdopted(String feature) {
        int members = 0;
        int using = 0;
        for (var user : log.users(customer)) {
            if (log.isEnabled(customer, user)) {
                members++;
                using += log.uses(customer, user).stream()
                                .anyMatch(use -> use.feature().equals(feature) && within(use.day()))
                        ? 1
                        : 0;
            }
        }
        return members > 0 && 100.0 * using / members > 25;
    }

    private Map<String, Long> activityOf(LocalDate first, LocalDate last) {
        var activity = new TreeMap<String, Long>();
        for (var use : log.uses(customer)) {
            if (!use.day().isBefore(first) && !use.day().isAfter(last)) {
                activity.merge(use.user(), use.count(), Long::sum);
            }
        }
        return activity;
    }

    private static @Nullable String top(Map<String, Long> activity) {
        String top = null;
        for (var user : activity.keySet()) {
            if (top == null || activity.get(user) > activity.get(top)) {
                top = user;
            }
        }
        return top;
    }

    private static long sum(Map<String, Long> activity) {
        return activity.values().stream().mapToLong(Long::longValue).sum();
    }

    private void activity(Map<String, String> lines) {
        var activity = activityOf(from, asOf);
        var top = top(activity);
        long sum = sum(activity);
        var counts = new ArrayList<>(activity.values());
        for (var user : log.users(customer)) {
            if (!activity.containsKey(user) && log.isEnabled(customer, user)) {
                counts.add(0L);
            }
        }
        lines.put("activity.users", String.valueOf(counts.size()));
        lines.put("activity.topUser", String.valueOf(top));
        lines.put("activity.topShare", (top == null ? 0 : activity.get(top)) + "/" + sum);
        long squares = counts.stream().mapToLong(count -> count * count).sum();
        long apart = 0;
        for (long one : counts) {
            for (long other : counts) {
                apart += Math.abs(one - other);
            }
        }
        lines.put("activity.concentration.hhi", quotient(squares, sum * sum));
        lines.put("activity.concentration.effectiveUsers", quotient(sum * sum, squares));
        lines.put("activity.concentration.gini", quotient(apart, 2L * counts.size() * sum));
    }

    private static String quotient(long of, long among) {
        return among == 0
                ? "null"
                : BigDecimal.valueOf(of)
                        .divide(BigDecimal.valueOf(among), 4, RoundingMode.HALF_UP)
                        .toString();
    }

    private void champion(Map<String, String> lines) {
        var before = activityOf(asOf.minusDays(117), asOf.minusDays(28));
        var top = top(before);
        var role = top == null ? null : log.role(customer, top);
        var isOne = top != null
                && ("champion".equalsIgnoreCase(role)
                        || "admin".equalsIgnoreCase(role)
                        || 10 * before.get(top) >= 3 * sum(before));
        if (!isOne) {
            lines.put("champion", "null");
            return;
        }
        lines.put("champion.userId", top);
        lines.put("champion.role", String.valueOf(role));
        lines.put("champion.share", before.get(top) + "/" + sum(before));
        var state = log.state(customer, top);
        var silent = log.activeDays(customer, top).stream().noneMatch(day -> day.isAfter(asOf.minusDays(28)));
        lines.put(
                "champion.lost",
                state.equals("deactivated") || state.equals("erased") ? state : silent ? "silent" : "null");
    }
}
