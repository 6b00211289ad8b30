package tenure.query.revenue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tenure.domain.customer.event.CustomerChurned;
import tenure.domain.customer.event.CustomerEvent;
import tenure.domain.customer.event.CustomerRegistered;
import tenure.domain.customer.event.CustomerWonBack;
import tenure.domain.customer.event.ProfileChanged;
import tenure.domain.license.event.LicenseCancelled;
import tenure.domain.license.event.LicenseEvent;
import tenure.domain.license.event.LicenseRenewed;
import tenure.domain.license.event.LicenseSold;
import tenure.domain.license.event.NoticeGiven;
import tenure.domain.license.event.NoticeWithdrawn;
import tenure.domain.license.event.PlanChanged;
import tenure.domain.license.event.SeatsChanged;
import tenure.query.lifecycle.Told;

/** The definitions of revenue read plainly, day by day and event by event, without any table: what the view must agree with. */
final class NaiveRevenue {

    /** A wrong reading, that a comparison must notice. */
    enum Error {
        NONE,
        /** Adds up what one customer pays more against what another pays less. */
        RETENTION_WITHOUT_CAP,
        /** Takes a term to include its last day. */
        LAST_DAY_COUNTS
    }

    private final Map<String, List<Record>> byCustomer = new TreeMap<>();
    private final Map<String, Map<LocalDate, Optional<Paid>>> days = new HashMap<>();
    private final LocalDate asOf;
    private final Error error;

    /** The events that count: of a position at most, and happened by the end of a day. Position 1 is the first. */
    NaiveRevenue(List<Told> log, long position, LocalDate asOf, Error error) {
        this.asOf = asOf;
        this.error = error;
        var end = asOf.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        for (var told : log.subList(0, (int) position)) {
            if (told.event() instanceof CustomerEvent || told.event() instanceof LicenseEvent) {
                var customer = String.valueOf(value(told.event(), "customerId"));
                if (((Instant) value(told.event(), "occurredAt")).isBefore(end)) {
                    byCustomer
                            .computeIfAbsent(customer, id -> new ArrayList<>())
                            .add(told.event());
                }
            }
        }
    }

    private static Object value(Record event, String name) {
        try {
            return event.getClass().getMethod(name).invoke(event);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String license(Record event) {
        return switch (event) {
            case LicenseSold one -> one.licenseId();
            case LicenseRenewed one -> one.licenseId();
            case SeatsChanged one -> one.licenseId();
            case PlanChanged one -> one.licenseId();
            default -> "";
        };
    }

    /** A term as it was sold or renewed. */
    private record Term(LocalDate startsOn, LocalDate endsOn) {}

    private static @Nullable Term term(Record event) {
        return switch (event) {
            case LicenseSold sold -> new Term(sold.startsOn(), sold.endsOn());
            case LicenseRenewed renewed -> new Term(renewed.startsOn(), renewed.endsOn());
            default -> null;
        };
    }

    private static boolean isAway(List<Record> events, LocalDate day) {
        LocalDate latest = LocalDate.MIN;
        var away = false;
        for (var event : events) {
            if (event instanceof CustomerChurned churned
                    && !churned.churnedOn().isAfter(day)
                    && !churned.churnedOn().isBefore(latest)) {
                latest = churned.churnedOn();
                away = true;
            } else if (event instanceof CustomerWonBack back
                    && !back.wonBackOn().isAfter(day)
                    && !back.wonBackOn().isBefore(latest)) {
                latest = back.wonBackOn();
                away = false;
            }
        }
        return away;
    }

    private static @Nullable LocalDate cancelledOn(List<Record> events, String license) {
        LocalDate cancelled = null;
        for (var event : events) {
            if (event instanceof LicenseCancelled one && one.licenseId().equals(license)) {
                cancelled = one.effectiveOn();
            }
        }
        return cancelled;
    }

    /** What is paid of a license on a day, without looking to the left or right of it. */
    private record Paid(long amount, String plan) {}

    private @Nullable Paid strictly(List<Record> events, String license, LocalDate day) {
        return days.computeIfAbsent(license, name -> new HashMap<>())
                .computeIfAbsent(day, one -> Optional.ofNullable(paidOn(events, license, one)))
                .orElse(null);
    }

    private @Nullable Paid paidOn(List<Record> events, String license, LocalDate day) {
        var covered = false;
        for (var event : events) {
            var term = license(event).equals(license) ? term(event) : null;
            if (term != null && !term.startsOn().isAfter(day)) {
                covered |= term.endsOn().isAfter(day)
                        || (error == Error.LAST_DAY_COUNTS && term.endsOn().equals(day));
            }
        }
        var cancelled = cancelledOn(events, license);
        if (!covered || (cancelled != null && !cancelled.isAfter(day)) || isAway(events, day)) {
            return null;
        }
        long seats = 0;
        long price = 0;
        var plan = "";
        LocalDate seatsOn = LocalDate.MIN;
        LocalDate priceOn = LocalDate.MIN;
        LocalDate planOn = LocalDate.MIN;
        for (var event : events) {
            if (!license(event).equals(license)) {
                continue;
            }
            LocalDate on = switch (event) {
                case LicenseSold sold -> sold.startsOn();
                case LicenseRenewed renewed -> renewed.startsOn();
                case SeatsChanged changed -> changed.effectiveOn();
                case PlanChanged changed -> changed.effectiveOn();
                default -> LocalDate.MAX;
            };
            if (on.isAfter(day)) {
                continue;
            }
            if (!(event instanceof PlanChanged) && !on.isBefore(seatsOn)) {
                seatsOn = on;
                seats = ((Number) value(event, "seats")).longValue();
            }
            if (!(event instanceof SeatsChanged) && !on.isBefore(planOn)) {
                planOn = on;
                plan = value(event, "plan").toString();
            }
            if (!on.isBefore(priceOn)) {
                priceOn = on;
                price = ((Number) value(event, "pricePerSeatMinorUnits")).longValue();
            }
        }
        return new Paid(seats * price, plan);
    }

    private interface OnDay<T> {
        @Nullable T on(LocalDate day);
    }

    /** What was on the last day before a gap, when the gap is over after so many days at most. */
    private static <T> @Nullable T bridged(OnDay<T> days, LocalDate day, int gap) {
        var now = days.on(day);
        if (now != null) {
            return now;
        }
        for (int back = 1; back <= gap; back++) {
            var before = days.on(day.minusDays(back));
            if (before != null) {
                for (int on = 1; on + back - 1 <= gap; on++) {
                    if (days.on(day.plusDays(on)) != null) {
                        return before;
                    }
                }
                return null;
            }
        }
        return null;
    }

    private static Map<String, String> currencies(List<Record> events) {
        var currencies = new TreeMap<String, String>();
        events.forEach(event -> {
            if (event instanceof LicenseSold sold) {
                currencies.put(sold.licenseId(), sold.currency());
            } else if (event instanceof LicenseRenewed renewed) {
                currencies.put(renewed.licenseId(), renewed.currency());
            }
        });
        return currencies;
    }

    /** What a customer pays on a day by plan; null when it is under no contract. */
    private @Nullable Map<String, Long> plans(
            List<Record> events, @Nullable String currency, LocalDate asked, int gap) {
        return bridged(
                day -> {
                    var plans = new TreeMap<String, Long>();
                    currencies(events).forEach((license, code) -> {
                        if (currency == null || currency.equals(code)) {
                            var paid = bridged(one -> strictly(events, license, one), day, gap);
                            if (paid != null) {
                                plans.merge(paid.plan(), paid.amount(), Long::sum);
                            }
                        }
                    });
                    return plans.isEmpty() ? null : plans;
                },
                asked,
                gap);
    }

    private static long sum(@Nullable Map<String, Long> plans) {
        return plans == null
                ? 0
                : plans.values().stream().mapToLong(Long::longValue).sum();
    }

    private static String largest(Map<String, Long> plans) {
        String found = null;
        for (var plan : plans.entrySet()) {
            if (found == null || plan.getValue() > plans.get(found)) {
                found = plan.getKey();
            }
        }
        return found;
    }

    private @Nullable LocalDate firstDay(List<Record> events, @Nullable String currency, LocalDate until) {
        var starts = new TreeSet<LocalDate>();
        for (var event : events) {
            var term = term(event);
            if (term != null) {
                starts.add(term.startsOn());
            }
        }
        if (starts.isEmpty()) {
            return null;
        }
        for (var day = starts.first(); day.isBefore(until); day = day.plusDays(1)) {
            if (plans(events, currency, day, 0) != null) {
                return day;
            }
        }
        return null;
    }

    private static @Nullable String property(List<Record> events, String name) {
        String found = null;
        Instant told = Instant.MIN;
        for (var event : events) {
            if (event instanceof CustomerRegistered registered
                    && !registered.occurredAt().isBefore(told)) {
                found = registered.profile().get(name);
                told = registered.occurredAt();
            } else if (event instanceof ProfileChanged changed
                    && !changed.occurredAt().isBefore(told)
                    && (changed.profile().containsKey(name) || changed.removed().contains(name))) {
                found = changed.profile().get(name);
                told = changed.occurredAt();
            }
        }
        return found;
    }

    /** Sums and counts between two days, by a name for each; what is zero is absent. */
    Map<String, Long> moved(LocalDate from, LocalDate to, int gap, @Nullable String breakdown) {
        var found = new TreeMap<String, Long>();
        byCustomer.values().forEach(events -> {
            var presentAtStart = plans(events, null, from, gap) != null;
            var presentAtEnd = plans(events, null, to, gap) != null;
            if (breakdown == null) {
                count(found, "customers start", presentAtStart);
                count(found, "customers end", presentAtEnd);
                count(found, "customers lost", presentAtStart && !presentAtEnd);
                var first = firstDay(events, null, from);
                count(found, "customers added", !presentAtStart && presentAtEnd && first == null);
                count(found, "customers wonBack", !presentAtStart && presentAtEnd && first != null);
            }
            for (var currency : new TreeSet<>(currencies(events).values())) {
                var start = plans(events, currency, from, gap);
                var end = plans(events, currency, to, gap);
                if (start == null && end == null) {
                    continue;
                }
                var group = breakdown == null
                        ? ""
                        : breakdown.equals("plan")
                                ? largest(start == null ? end : start)
                                : String.valueOf(property(events, breakdown));
                var key = group + " " + currency + " ";
                add(found, key + "start", sum(start));
                add(found, key + "end", sum(end));
                if (start != null && end == null) {
                    add(found, key + "lost", sum(start));
                }
                if (start == null) {
                    var isNew = firstDay(events, currency, from) == null;
                    add(found, key + (isNew ? "added" : "wonBack"), sum(end));
                } else {
                    add(found, key + "net", sum(end));
                    add(
                            found,
                            key + "gross",
                            error == Error.RETENTION_WITHOUT_CAP ? sum(end) : Math.min(sum(start), sum(end)));
                }
                if (start != null && end != null) {
                    add(found, key + "downsell", Math.max(0, sum(start) - sum(end)));
                    add(found, key + "expansion", Math.max(0, sum(end) - sum(start)));
                }
            }
        });
        return found;
    }

    private static void count(Map<String, Long> found, String name, boolean counts) {
        add(found, name, counts ? 1 : 0);
    }

    private static void add(Map<String, Long> found, String name, long value) {
        if (value != 0) {
            found.merge(name, value, Long::sum);
        }
    }

    /** Each renewal that was due and what came of it, in one line. */
    Set<String> renewals(LocalDate from, LocalDate to, int gap) {
        var found = new TreeSet<String>();
        byCustomer.forEach((customer, events) -> {
            for (var event : events) {
                var term = term(event);
                if (term != null
                        && !term.endsOn().isBefore(from)
                        && term.endsOn().isBefore(to)) {
                    var line = renewal(events, license(event), term, gap);
                    if (line != null) {
                        found.add(customer + " " + license(event) + " " + line);
                    }
                }
            }
        });
        return found;
    }

    private @Nullable String renewal(List<Record> events, String license, Term term, int gap) {
        var last = term.endsOn().minusDays(1);
        while (!last.isBefore(term.startsOn()) && strictly(events, license, last) == null) {
            last = last.minusDays(1);
        }
        if (last.isBefore(term.startsOn())) {
            return null;
        }
        var target = strictly(events, license, last).amount();
        Term next = null;
        for (var event : events) {
            var other = license(event).equals(license) ? term(event) : null;
            if (other != null
                    && !other.startsOn().isBefore(term.endsOn())
                    && (next == null || other.startsOn().isBefore(next.startsOn()))) {
                next = other;
            }
        }
        var due = term.endsOn() + " " + target;
        var inTime = next != null && !next.startsOn().isAfter(term.endsOn().plusDays(gap));
        var renewed = inTime ? strictly(events, license, next.startsOn()) : null;
        if (renewed != null) {
            var word = renewed.amount() == target ? "renewed" : renewed.amount() < target ? "smaller" : "larger";
            return due + " " + word + " " + renewed.amount();
        }
        var cancelled = cancelledOn(events, license);
        var over = next != null
                || !last.equals(term.endsOn().minusDays(1))
                || (cancelled != null && !cancelled.isAfter(term.endsOn()))
                || isAway(events, term.endsOn())
                || !asOf.isBefore(term.endsOn().plusDays(gap));
        if (!over) {
            return due + " open " + (noticeStands(events, license, term) ? "notice" : "");
        }
        return due + " lost";
    }

    private static boolean noticeStands(List<Record> events, String license, Term term) {
        var stands = false;
        for (var event : events) {
            if (event instanceof NoticeGiven given
                    && given.licenseId().equals(license)
                    && given.endsOn().equals(term.endsOn())) {
                stands = true;
            } else if (event instanceof NoticeWithdrawn withdrawn
                    && withdrawn.licenseId().equals(license)) {
                stands = false;
            }
        }
        return stands;
    }

    /** Cells of cohorts by currency (empty: customers), month and months since; open ones are absent. */
    Map<String, Long> cohorts(boolean inMoney, LocalDate from, LocalDate to, int gap) {
        var found = new TreeMap<String, Long>();
        byCustomer.values().forEach(events -> {
            for (var currency : inMoney ? new TreeSet<>(currencies(events).values()) : Set.of("")) {
                var code = currency.isEmpty() ? null : currency;
                var first = firstDay(events, code, asOf.plusDays(1));
                if (first == null || first.isBefore(from) || !first.isBefore(to)) {
                    continue;
                }
                var begin = first.withDayOfMonth(1);
                var lastOfMonth = begin.plusMonths(1).minusDays(1);
                found.merge(currency + " " + begin + " members", 1L, Long::sum);
                for (int months = 0; !lastOfMonth.plusMonths(months).isAfter(asOf); months++) {
                    var left = plans(events, code, first.plusMonths(months), gap);
                    found.merge(
                            currency + " " + begin + " " + months,
                            inMoney ? sum(left) : left == null ? 0L : 1L,
                            Long::sum);
                }
            }
        });
        return found;
    }
}
