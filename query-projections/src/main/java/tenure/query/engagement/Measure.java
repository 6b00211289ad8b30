package tenure.query.engagement;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tenure.query.engagement.Sorting.ByActiveDays;
import tenure.query.engagement.Sorting.ByActiveWeeks;
import tenure.query.engagement.Sorting.ByLifecycle;
import tenure.query.engagement.Sorting.CurrentByActiveDays;
import tenure.query.engagement.Sorting.Retained;
import tenure.query.shared.FigureSource.Evidence;
import tenure.query.shared.Question;

/**
 * A figure of activity, by what each user or each account adds to it. Answers and explanations count with the same measure.
 *
 * @param from      first day that counts
 * @param asOf      last day that counts, as its number
 * @param sorting   puts each unit onto a heap
 * @param adds      how much a unit of a heap adds
 * @param positions events that say so
 */
record Measure(
        String name,
        @Nullable String subject,
        LocalDate from,
        int asOf,
        boolean ofUsers,
        Sorting sorting,
        IntToLongFunction adds,
        Function<UnitEvents, List<Long>> positions)
        implements Counted {

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
        int first = Days.number(from);
        int last = Days.number(asOf);
        return switch (name) {
            case ACTIVE_DAYS -> active(name, subject, from, asOf, days -> days);
            case POSSIBLE_DAYS -> {
                long possible = IntStream.rangeClosed(first, last)
                        .filter(day -> subject == null || Sorting.isWorkingDay(day))
                        .count();
                yield active(name, subject, from, asOf, days -> days > 0 ? possible : 0);
            }
            case ACTIVE_USERS -> active(name, null, from, asOf, days -> days > 0 ? 1 : 0);
            case ACTIVE_WEEKS -> {
                var weeks = new ByActiveWeeks(first, last, isOfWorkingDays(subject));
                yield active(name, subject, from, asOf, weeks, active -> active);
            }
            case POSSIBLE_WEEKS -> {
                var weeks = new ByActiveWeeks(first, last, isOfWorkingDays(subject));
                yield active(name, subject, from, asOf, weeks, active -> active > 0 ? weeks.weeks() : 0);
            }
            case ACTIVE_ON -> {
                long wanted = Long.parseLong(required(subject));
                yield current(name, subject, from, asOf, new CurrentByActiveDays(first, last), days -> days == wanted);
            }
            case USERS_OF_CLASS, ACCOUNTS_OF_CLASS -> {
                var wanted = required(subject);
                yield current(
                        name,
                        subject,
                        from,
                        asOf,
                        new CurrentByActiveDays(last - Consistency.DAYS + 1, last),
                        days -> Consistency.of(days).word().equals(wanted));
            }
            case USERS_IN_STATE, ACCOUNTS_IN_STATE -> inState(name, required(subject), from, asOf);
            case USERS_RETAINED, ACCOUNTS_RETAINED -> {
                int months = (int) Question.number("subject", required(subject), 0, MOST_MONTHS);
                yield retained(name, months, from, asOf);
            }
            default -> throw new IllegalArgumentException("There is no figure '" + name + "'.");
        };
    }

    private static Measure active(
            String name, @Nullable String subject, LocalDate from, LocalDate asOf, IntToLongFunction adds) {
        var days = new ByActiveDays(Days.number(from), Days.number(asOf), isOfWorkingDays(subject));
        return active(name, subject, from, asOf, days, adds);
    }

    private static Measure active(
            String name,
            @Nullable String subject,
            LocalDate from,
            LocalDate asOf,
            Sorting sorting,
            IntToLongFunction adds) {
        return new Measure(
                name, subject, from, Days.number(asOf), true, sorting, adds, unit -> unit.positions(from, asOf));
    }

    /** Who counts, although there may be no activity: then the events by which it is known say that it is there. */
    private static Measure current(
            String name,
            @Nullable String subject,
            LocalDate from,
            LocalDate asOf,
            Sorting sorting,
            IntPredicate wanted) {
        return new Measure(
                name,
                subject,
                from,
                Days.number(asOf),
                !name.equals(ACCOUNTS_OF_CLASS),
                sorting,
                days -> wanted.test(days) ? 1 : 0,
                unit -> {
                    var active = unit.positions(from, asOf);
                    return active.isEmpty() ? unit.known() : active;
                });
    }

    /** The subject is a state, a slash and the days of an interval. */
    private static Measure inState(String name, String subject, LocalDate from, LocalDate asOf) {
        var parts = subject.split("/", -1);
        int days = (int) Question.number("subject", parts[1], 1, MOST_DAYS);
        var wanted = states(parts[0]);
        return new Measure(
                name,
                subject,
                from,
                Days.number(asOf),
                name.equals(USERS_IN_STATE),
                new ByLifecycle(Days.number(from), days),
                heap -> wanted.contains(ByLifecycle.state(heap)) ? 1 : 0,
                unit -> unit.positions(from.minusDays(days), from.plusDays(days - 1)));
    }

    private static Set<Lifecycle> states(String word) {
        return switch (word) {
            case ACTIVE -> Set.of(Lifecycle.NEW, Lifecycle.RETURNING, Lifecycle.RESURRECTING);
            case GAINED -> Set.of(Lifecycle.NEW, Lifecycle.RESURRECTING);
            case "inactive" -> throw new IllegalArgumentException("Who is inactive is not counted.");
            default -> Set.of(Lifecycle.valueOf(word.toUpperCase(Locale.ROOT)));
        };
    }

    /** Who was first active in the month of the day, and was active so many months later. */
    private static Measure retained(String name, int months, LocalDate from, LocalDate asOf) {
        var cohort = YearMonth.from(from);
        var first = cohort.plusMonths(months).atDay(1);
        var last = cohort.plusMonths(months).atEndOfMonth();
        return new Measure(
                name,
                String.valueOf(months),
                from,
                Days.number(asOf),
                name.equals(USERS_RETAINED),
                new Retained(
                        Days.number(cohort.atDay(1)),
                        Days.number(cohort.atEndOfMonth()),
                        Days.number(first),
                        Days.number(last)),
                retained -> 1,
                unit -> unit.positions(first, last));
    }

    private static boolean isOfWorkingDays(@Nullable String subject) {
        if (subject != null && !subject.equals(WORKING_DAYS)) {
            throw new IllegalArgumentException("The subject is '" + WORKING_DAYS + "' or none.");
        }
        return subject != null;
    }

    private static String required(@Nullable String subject) {
        if (subject == null) {
            throw new IllegalArgumentException("It takes a subject.");
        }
        return subject;
    }

    private long adds(Unit unit) {
        int heap = unit.isUser() == ofUsers ? sorting.heap(unit) : Sorting.NOWHERE;
        return heap == Sorting.NOWHERE ? 0 : adds.applyAsLong(heap);
    }

    @Override
    public Sum of(Activity customer) {
        long things = 0;
        long value = 0;
        for (var unit : customer.units(asOf)) {
            long more = adds(unit);
            things += more == 0 ? 0 : 1;
            value += more;
        }
        return new Sum(things, value);
    }

    @Override
    public List<Evidence> evidence(CustomerEvents customer) {
        var evidence = new ArrayList<Evidence>();
        for (var unit : customer.units()) {
            long adds = adds(unit.unit());
            if (adds != 0) {
                evidence.add(new Evidence(unit.unit().id(), adds, positions.apply(unit)));
            }
        }
        return evidence;
    }

    static String subject(Enum<?> state, int days) {
        return Question.word(state) + '/' + days;
    }
}
