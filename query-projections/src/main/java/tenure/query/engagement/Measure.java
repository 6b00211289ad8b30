package tenure.query.engagement;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import tenure.query.shared.Figure;
import tenure.query.shared.FigureSource.Evidence;
import tenure.query.shared.Question;
import tenure.query.shared.Standpoint;

/**
 * A figure of activity, by what each user or each account adds to it. Answers and explanations count with the same measure.
 *
 * @param readFrom  first day of which uses must be read
 * @param counts    how much a unit adds
 * @param positions events that say so
 */
record Measure(
        String name,
        @Nullable String subject,
        LocalDate from,
        LocalDate readFrom,
        boolean ofUsers,
        ToLongFunction<Unit> counts,
        Function<Unit, List<Long>> positions) {

    static final String WORKING_DAYS = "working-days";
    static final String ACTIVE_DAYS = "engagement.active-user-days";
    static final String POSSIBLE_DAYS = "engagement.possible-user-days";
    static final String ACTIVE_WEEKS = "engagement.active-user-weeks";
    static final String POSSIBLE_WEEKS = "engagement.possible-user-weeks";
    static final String ACTIVE_USERS = "engagement.active-users";
    static final String ACTIVE_ON = "engagement.users-active-on";
    static final String USERS_OF_CLASS = "engagement.users-by-class";
    static final String ACCOUNTS_OF_CLASS = "engagement.accounts-by-class";
    static final String USERS_IN_STATE = "engagement.users-in-state";
    static final String ACCOUNTS_IN_STATE = "engagement.accounts-in-state";
    static final String USERS_RETAINED = "retention.users";
    static final String ACCOUNTS_RETAINED = "retention.accounts";

    static final Set<String> NAMES = Set.of(
            ACTIVE_DAYS,
            POSSIBLE_DAYS,
            ACTIVE_WEEKS,
            POSSIBLE_WEEKS,
            ACTIVE_USERS,
            ACTIVE_ON,
            USERS_OF_CLASS,
            ACCOUNTS_OF_CLASS,
            USERS_IN_STATE,
            ACCOUNTS_IN_STATE,
            USERS_RETAINED,
            ACCOUNTS_RETAINED);

    private static final int MOST_DAYS = 366;
    private static final int MOST_MONTHS = 1_200;

    /** States of {@link #USERS_IN_STATE} that take several of {@link Lifecycle} together. */
    static final String ACTIVE = "active";

    static final String GAINED = "gained";

    /**
     * The measure of this name.
     *
     * @param subject what it is of, as its address says; null where it needs none
     * @param from    first day that counts
     * @param asOf    last day that counts
     * @throws IllegalArgumentException when there is no such subject
     */
    static Measure of(String name, @Nullable String subject, LocalDate from, LocalDate asOf) {
        Predicate<LocalDate> counted = day -> subject == null || isWorkingDay(day);
        long days = from.datesUntil(asOf.plusDays(1)).filter(counted).count();
        return switch (name) {
            case ACTIVE_DAYS -> {
                requireWorkingDays(subject);
                yield active(name, subject, from, asOf, unit -> activeDays(unit, from, asOf, counted));
            }
            case POSSIBLE_DAYS -> {
                requireWorkingDays(subject);
                yield active(name, subject, from, asOf, unit -> activeDays(unit, from, asOf, counted) > 0 ? days : 0);
            }
            case ACTIVE_WEEKS -> {
                requireWorkingDays(subject);
                yield active(name, subject, from, asOf, unit -> activeWeeks(unit, from, asOf, counted));
            }
            case POSSIBLE_WEEKS -> {
                requireWorkingDays(subject);
                long weeks = (ChronoUnit.DAYS.between(from, asOf) + 7) / 7;
                yield active(name, subject, from, asOf, unit -> activeDays(unit, from, asOf, counted) > 0 ? weeks : 0);
            }
            case ACTIVE_USERS -> active(name, null, from, asOf, unit -> unit.isActive(from, asOf) ? 1 : 0);
            case ACTIVE_ON -> {
                long wanted = Long.parseLong(required(subject));
                yield current(
                        name,
                        subject,
                        from,
                        asOf,
                        true,
                        unit -> unit.within(from, asOf).size() == wanted);
            }
            case USERS_OF_CLASS, ACCOUNTS_OF_CLASS -> {
                var wanted = required(subject);
                yield current(
                        name,
                        subject,
                        from,
                        asOf,
                        name.equals(USERS_OF_CLASS),
                        unit -> Consistency.of(unit, asOf).word().equals(wanted));
            }
            case USERS_IN_STATE, ACCOUNTS_IN_STATE ->
                inState(name, required(subject), from, name.equals(USERS_IN_STATE));
            case USERS_RETAINED, ACCOUNTS_RETAINED ->
                retained(
                        name,
                        (int) Question.number("subject", required(subject), 0, MOST_MONTHS),
                        from,
                        asOf,
                        name.equals(USERS_RETAINED));
            default -> throw new IllegalArgumentException("There is no figure '" + name + "'.");
        };
    }

    private static Measure active(
            String name, @Nullable String subject, LocalDate from, LocalDate asOf, ToLongFunction<Unit> counts) {
        return new Measure(name, subject, from, from, true, counts, unit -> unit.positions(from, asOf));
    }

    /** Who counts, although there may be no activity: then the events by which it is known say that it is there. */
    private static Measure current(
            String name,
            @Nullable String subject,
            LocalDate from,
            LocalDate asOf,
            boolean ofUsers,
            Predicate<Unit> wanted) {
        return new Measure(
                name,
                subject,
                from,
                from,
                ofUsers,
                unit -> unit.current() && wanted.test(unit) ? 1 : 0,
                unit -> unit.isActive(from, asOf) ? unit.positions(from, asOf) : unit.known());
    }

    /** The subject is a state, a slash and the days of an interval. */
    private static Measure inState(String name, String subject, LocalDate from, boolean ofUsers) {
        var parts = subject.split("/", -1);
        int days = (int) Question.number("subject", parts[1], 1, MOST_DAYS);
        Predicate<Lifecycle> wanted = switch (parts[0]) {
            case ACTIVE -> Lifecycle::isActive;
            case GAINED -> state -> state == Lifecycle.NEW || state == Lifecycle.RESURRECTING;
            default -> {
                var state = Optional.of(parts[0])
                        .map(word -> word.toUpperCase(Locale.ROOT))
                        .map(Lifecycle::valueOf)
                        .orElseThrow();
                yield state::equals;
            }
        };
        return new Measure(
                name,
                subject,
                from,
                from.minusDays(days),
                ofUsers,
                unit -> !unit.days().isEmpty() && wanted.test(Lifecycle.of(unit, from, days)) ? 1 : 0,
                unit -> unit.positions(from.minusDays(days), from.plusDays(days - 1)));
    }

    /** Who was first active in the month of the day, and was active so many months later. */
    private static Measure retained(String name, int months, LocalDate from, LocalDate asOf, boolean ofUsers) {
        var cohort = YearMonth.from(from);
        var first = cohort.plusMonths(months).atDay(1);
        var end = cohort.plusMonths(months).atEndOfMonth();
        var last = end.isAfter(asOf) ? asOf : end;
        return new Measure(
                name,
                String.valueOf(months),
                from,
                first,
                ofUsers,
                unit -> {
                    var firstActiveOn = unit.firstActiveOn();
                    return firstActiveOn != null
                                    && YearMonth.from(firstActiveOn).equals(cohort)
                                    && !first.isAfter(last)
                                    && unit.isActive(first, last)
                            ? 1
                            : 0;
                },
                unit -> unit.positions(first, last));
    }

    static boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    private static long activeDays(Unit unit, LocalDate from, LocalDate to, Predicate<LocalDate> counted) {
        return unit.within(from, to).keySet().stream().filter(counted).count();
    }

    private static long activeWeeks(Unit unit, LocalDate from, LocalDate to, Predicate<LocalDate> counted) {
        return unit.within(from, to).keySet().stream()
                .filter(counted)
                .map(day -> ChronoUnit.DAYS.between(from, day) / 7)
                .distinct()
                .count();
    }

    private static void requireWorkingDays(@Nullable String subject) {
        if (subject != null && !subject.equals(WORKING_DAYS)) {
            throw new IllegalArgumentException("The subject is '" + WORKING_DAYS + "' or none.");
        }
    }

    private static String required(@Nullable String subject) {
        if (subject == null) {
            throw new IllegalArgumentException("It takes a subject.");
        }
        return subject;
    }

    /** What a unit adds, as evidence; empty when that is nothing. */
    Optional<Evidence> evidence(Unit unit) {
        if (unit.isUser() != ofUsers) {
            return Optional.empty();
        }
        long adds = counts.applyAsLong(unit);
        return adds == 0 ? Optional.empty() : Optional.of(new Evidence(unit.id(), adds, positions.apply(unit)));
    }

    /** A measure while it is counted. */
    static final class Tally {
        private final Measure measure;
        private long value;

        Tally(Measure measure) {
            this.measure = measure;
        }

        Measure measure() {
            return measure;
        }

        void add(Unit unit) {
            if (unit.isUser() == measure.ofUsers) {
                value += measure.counts.applyAsLong(unit);
            }
        }

        Figure figure(Standpoint at, @Nullable String customerId) {
            return Figure.of(
                    value,
                    measure.name,
                    at,
                    "customer",
                    customerId,
                    "subject",
                    measure.subject,
                    "from",
                    measure.from.toString());
        }
    }

    static String subject(Enum<?> state, int days) {
        return Question.word(state) + '/' + days;
    }
}
