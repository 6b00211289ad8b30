package tenure.query.funnel;

import static tenure.query.funnel.Micros.NEVER;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tenure.query.funnel.Activation.Clock;
import tenure.query.funnel.Activation.Cohort;
import tenure.query.funnel.FunnelQuestion.Unit;
import tenure.query.funnel.Milestones.Milestone;
import tenure.query.shared.Figure;
import tenure.query.shared.FigureSource.Evidence;
import tenure.query.shared.Question;
import tenure.query.shared.Rate;
import tenure.query.shared.Standpoint;
import tenure.query.shared.TimeLimit;

/** Folds people and accounts into activation. */
final class Activations {

    static final int DAYS = 30;
    static final int THRESHOLD = 50;

    private static final List<Milestone> CLOCKS =
            List.of(Milestone.LOGGED_ON, Milestone.ACTIVATED, Milestone.TRAINED, Milestone.VALUE);

    /** What is counted. */
    enum Count {
        INVITED,
        ACTIVATED,
        OPEN,
        ACCOUNTS,
        ACTIVE_ACCOUNTS,
        OPEN_ACCOUNTS;

        String figure() {
            return "activation." + Question.word(this);
        }
    }

    /** Asks for activation; null: without that bound. */
    record Asked(
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            int days,
            int threshold,
            @Nullable String customerId) {

        /** Whether who entered on a day, told since 1970, counts. */
        boolean takes(int day) {
            return (from == null || day >= from.toEpochDay()) && (to == null || day < to.toEpochDay());
        }

        /** The question as text, for the address of a figure. */
        String subject() {
            return "activation;days=" + days + ";threshold=" + threshold + (from == null ? "" : ";from=" + from)
                    + (to == null ? "" : ";to=" + to);
        }
    }

    /** Takes what is counted; the evidence is made when it is asked for. */
    @FunctionalInterface
    interface Receiver {
        void count(Count as, Supplier<Evidence> evidence);
    }

    private final Asked asked;
    private final Standpoint at;
    private final long end;
    private final Receiver receiver;
    private final Map<Unit, UnitClocks> clocks = new EnumMap<>(Unit.class);

    /** The clocks of a unit: of all, and of the months in which they entered. */
    private record UnitClocks(Clocks all, TreeMap<String, Clocks> months, Map<Integer, Clocks> days) {

        UnitClocks() {
            this(new Clocks(), new TreeMap<>(), new HashMap<>());
        }

        void add(long enteredAt, long[] reachedAt) {
            all.add(enteredAt, reachedAt);
            days.computeIfAbsent(Micros.day(enteredAt), this::month).add(enteredAt, reachedAt);
        }

        private Clocks month(int day) {
            var month = YearMonth.from(LocalDate.ofEpochDay(day)).toString();
            return months.computeIfAbsent(month, first -> new Clocks());
        }
    }

    /** The clocks of a cohort. */
    private static final class Clocks {
        private final List<Durations> durations =
                Stream.generate(Durations::new).limit(CLOCKS.size()).toList();
        private long entered;

        void add(long enteredAt, long[] reachedAt) {
            entered++;
            for (int i = 0; i < reachedAt.length; i++) {
                if (reachedAt[i] != NEVER) {
                    durations.get(i).reached(enteredAt, reachedAt[i]);
                }
            }
        }

        Cohort cohort(Unit unit, @Nullable String month) {
            return new Cohort(unit, month, entered, clock(0), clock(1), clock(2), clock(3));
        }

        private Clock clock(int number) {
            var there = durations.get(number);
            var notYet = entered - there.size();
            return new Clock(there.size(), notYet, Rate.share(notYet, entered), there.times());
        }
    }

    Activations(Asked asked, Standpoint at, Receiver receiver) {
        this.asked = asked;
        this.at = at;
        this.end = Micros.of(at.asOf().end());
        this.receiver = receiver;
    }

    /** Goes through everybody. */
    static Activation answer(Accounts accounts, Asked asked, Standpoint at) {
        var counts = new EnumMap<Count, Long>(Count.class);
        var fold = new Activations(asked, at, (as, evidence) -> counts.merge(as, 1L, Long::sum));
        fold.run(accounts);
        return new Activation(
                at.asOf().day(),
                at.position(),
                asked.from(),
                asked.to(),
                asked.days(),
                asked.threshold(),
                Rate.of(fold.figure(Count.ACTIVATED, counts), fold.figure(Count.INVITED, counts)),
                fold.figure(Count.OPEN, counts),
                Rate.of(fold.figure(Count.ACTIVE_ACCOUNTS, counts), fold.figure(Count.ACCOUNTS, counts)),
                fold.figure(Count.OPEN_ACCOUNTS, counts),
                fold.cohorts());
    }

    private Figure figure(Count count, Map<Count, Long> counts) {
        return FunnelFigures.figure(
                counts.getOrDefault(count, 0L), count.figure(), at, asked.customerId(), asked.subject());
    }

    /** The whole cohort of each unit, then its months. */
    private List<Cohort> cohorts() {
        var cohorts = new ArrayList<Cohort>();
        for (var unit : List.of(Unit.USERS, Unit.ACCOUNTS)) {
            var of = clocks(unit);
            cohorts.add(of.all().cohort(unit, null));
            of.months().forEach((month, some) -> cohorts.add(some.cohort(unit, month)));
        }
        return cohorts;
    }

    void run(Accounts accounts) {
        var all = accounts.at(at, asked.customerId());
        if (!all.isEmpty()) {
            var milestones = new Milestones(end, all.getFirst());
            for (var account : all) {
                TimeLimit.check();
                milestones.look(account);
                for (int person = 0; person < account.people().size(); person++) {
                    person(account, milestones, person);
                }
                account(account, milestones);
            }
        }
    }

    private void person(Account account, Milestones milestones, int person) {
        long invitedAt = milestones.at(Milestone.INVITED, person);
        if (invitedAt == NEVER || !asked.takes(Micros.day(invitedAt))) {
            return;
        }
        var userId = account.people().userId(person);
        var invited =
                (Supplier<Evidence>) () -> evidence(userId, milestones.positions(Milestone.INVITED, person), List.of());
        if (isInTime(invitedAt, end)) {
            receiver.count(Count.OPEN, invited);
            return;
        }
        receiver.count(Count.INVITED, invited);
        if (isInTime(invitedAt, milestones.at(Milestone.ACTIVATED, person))) {
            receiver.count(
                    Count.ACTIVATED,
                    () -> evidence(
                            userId,
                            milestones.positions(Milestone.INVITED, person),
                            milestones.positions(Milestone.ACTIVATED, person)));
        }
        var reachedAt = new long[CLOCKS.size()];
        Arrays.setAll(reachedAt, clock -> milestones.at(CLOCKS.get(clock), person));
        clocks(Unit.USERS).add(invitedAt, reachedAt);
    }

    private void account(Account account, Milestones milestones) {
        int startsOn = account.contracts().startsOn(end);
        if (startsOn == Contracts.NONE || startsOn > at.asOf().day().toEpochDay() || !asked.takes(startsOn)) {
            return;
        }
        long startsAt = Micros.ofDays(startsOn);
        var sold = (Supplier<Evidence>)
                () -> evidence(account.customerId(), account.contracts().positions(end), List.of());
        if (isInTime(startsAt, end)) {
            receiver.count(Count.OPEN_ACCOUNTS, sold);
            return;
        }
        receiver.count(Count.ACCOUNTS, sold);
        var seats = account.contracts().seatsOn(startsOn + asked.days(), end);
        var active = IntStream.range(0, account.people().size())
                .filter(person -> isInTime(startsAt, milestones.at(Milestone.ACTIVATED, person)))
                .toArray();
        if (seats > 0 && active.length * 100L >= seats * asked.threshold()) {
            receiver.count(
                    Count.ACTIVE_ACCOUNTS,
                    () -> evidence(
                            account.customerId(),
                            account.contracts().positions(end),
                            IntStream.of(active)
                                    .mapToObj(person -> milestones.positions(Milestone.ACTIVATED, person))
                                    .flatMap(List::stream)
                                    .toList()));
        }
        clocks(Unit.ACCOUNTS)
                .add(startsAt, CLOCKS.stream().mapToLong(milestones::firstAt).toArray());
    }

    /** The last moment of the days is in time; the day of the question must have gone beyond it. */
    private boolean isInTime(long enteredAt, long then) {
        return then <= enteredAt + Micros.ofDays(asked.days());
    }

    private static Evidence evidence(String subject, List<Long> entry, List<Long> done) {
        var all = new TreeSet<>(entry);
        all.addAll(done);
        return new Evidence(subject, 1, List.copyOf(all));
    }

    private UnitClocks clocks(Unit unit) {
        return clocks.computeIfAbsent(unit, first -> new UnitClocks());
    }
}
