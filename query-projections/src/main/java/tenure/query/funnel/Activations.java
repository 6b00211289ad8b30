package tenure.query.funnel;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tenure.query.funnel.Accounts.Account;
import tenure.query.funnel.Activation.Clock;
import tenure.query.funnel.Activation.Cohort;
import tenure.query.funnel.FunnelQuestion.Unit;
import tenure.query.funnel.Person.Milestone;
import tenure.query.shared.Figure;
import tenure.query.shared.FigureSource.Evidence;
import tenure.query.shared.Rate;
import tenure.query.shared.Standpoint;

/** Folds people and accounts into activation. */
final class Activations {

    static final int DAYS = 30;
    static final int THRESHOLD = 50;

    private static final List<Function<Person, @Nullable Milestone>> CLOCKS =
            List.of(Person::loggedOn, Person::activated, Person::trained, Person::value);

    /** What is counted. */
    enum Count {
        INVITED,
        ACTIVATED,
        OPEN,
        ACCOUNTS,
        ACTIVE_ACCOUNTS,
        OPEN_ACCOUNTS;

        String figure() {
            return "activation." + tenure.query.shared.Question.word(this);
        }
    }

    /** Asks for activation; null: without that bound. */
    record Asked(
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            int days,
            int threshold,
            @Nullable String customerId) {

        boolean takes(LocalDate day) {
            return (from == null || !day.isBefore(from)) && (to == null || day.isBefore(to));
        }

        /** The question as text, for the address of a figure. */
        String subject() {
            return "activation;days=" + days + ";threshold=" + threshold + (from == null ? "" : ";from=" + from)
                    + (to == null ? "" : ";to=" + to);
        }
    }

    /** Something that is counted, with the events that say so. */
    record Counted(Count as, Evidence evidence) {}

    private final Asked asked;
    private final Standpoint at;
    private final Consumer<Counted> receiver;
    private final TreeMap<String, Clocks> clocks = new TreeMap<>();

    /** The clocks of a cohort. */
    private static final class Clocks {
        private final List<Durations> durations =
                Stream.generate(Durations::new).limit(CLOCKS.size()).toList();
        private long entered;

        void add(Instant enteredAt, List<@Nullable Instant> reachedAt) {
            entered++;
            for (int i = 0; i < reachedAt.size(); i++) {
                var at = reachedAt.get(i);
                if (at != null) {
                    durations.get(i).reached(enteredAt, at);
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

    Activations(Asked asked, Standpoint at, Consumer<Counted> receiver) {
        this.asked = asked;
        this.at = at;
        this.receiver = receiver;
    }

    /** Goes through everybody. */
    static Activation answer(FunnelReader reader, Asked asked, Standpoint at) {
        var counts = new EnumMap<Count, Long>(Count.class);
        var fold = new Activations(
                asked,
                at,
                counted -> counts.merge(counted.as(), counted.evidence().counts(), Long::sum));
        fold.run(reader);
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
            cohorts.add(clocks.getOrDefault(unit.word(), new Clocks()).cohort(unit, null));
            clocks.tailMap(unit.word() + ' ')
                    .headMap(unit.word() + '!')
                    .forEach((key, of) -> cohorts.add(of.cohort(unit, key.substring(key.indexOf(' ') + 1))));
        }
        return cohorts;
    }

    void run(FunnelReader reader) {
        Accounts.each(
                reader,
                asked.customerId(),
                at,
                accounts -> accounts.forEach(account -> {
                    account.people().forEach(this::person);
                    account(account);
                }));
    }

    private void person(Person person) {
        var invited = person.invited();
        if (invited == null || !asked.takes(FunnelCount.day(invited.at()))) {
            return;
        }
        if (isOpen(invited.at())) {
            count(Count.OPEN, person.userId(), List.of(invited));
            return;
        }
        count(Count.INVITED, person.userId(), List.of(invited));
        var activated = person.activated();
        if (activated != null && isInTime(invited.at(), activated.at())) {
            count(Count.ACTIVATED, person.userId(), List.of(invited, activated));
        }
        clocks(Unit.USERS, invited.at(), CLOCKS.stream().map(clock -> clock.apply(person)));
    }

    private void account(Account account) {
        var startsOn = account.contracts().startsOn();
        var startsAt = account.contracts().startsAt();
        if (startsOn == null || startsAt == null || startsOn.isAfter(at.asOf().day()) || !asked.takes(startsOn)) {
            return;
        }
        var sold = new Milestone(startsAt, account.contracts().positions());
        if (isOpen(startsAt)) {
            count(Count.OPEN_ACCOUNTS, account.customerId(), List.of(sold));
            return;
        }
        count(Count.ACCOUNTS, account.customerId(), List.of(sold));
        var seats = account.contracts().seatsOn(startsOn.plusDays(asked.days()));
        var active = account.people().stream()
                .map(Person::activated)
                .filter(Objects::nonNull)
                .filter(activated -> isInTime(startsAt, activated.at()))
                .toList();
        if (seats > 0 && active.size() * 100L >= seats * asked.threshold()) {
            count(
                    Count.ACTIVE_ACCOUNTS,
                    account.customerId(),
                    Stream.concat(Stream.of(sold), active.stream()).toList());
        }
        clocks(
                Unit.ACCOUNTS,
                startsAt,
                CLOCKS.stream()
                        .map(clock -> Milestone.earliest(
                                account.people().stream().map(clock).filter(Objects::nonNull))));
    }

    private boolean isOpen(Instant enteredAt) {
        return isInTime(enteredAt, at.asOf().end());
    }

    /** The last moment of the days is in time; the day of the question must have gone beyond it. */
    private boolean isInTime(Instant enteredAt, Instant then) {
        return !then.isAfter(enteredAt.plus(Duration.ofDays(asked.days())));
    }

    private void count(Count as, String subject, List<Milestone> milestones) {
        var positions = new TreeSet<Long>();
        milestones.forEach(milestone -> positions.addAll(milestone.positions()));
        receiver.accept(new Counted(as, new Evidence(subject, 1, List.copyOf(positions))));
    }

    private void clocks(Unit unit, Instant enteredAt, Stream<@Nullable Milestone> milestones) {
        var reachedAt = new ArrayList<@Nullable Instant>();
        milestones.forEach(milestone -> reachedAt.add(milestone == null ? null : milestone.at()));
        var month = YearMonth.from(FunnelCount.day(enteredAt));
        for (var key : Arrays.asList(unit.word(), unit.word() + ' ' + month)) {
            clocks.computeIfAbsent(key, absent -> new Clocks()).add(enteredAt, reachedAt);
        }
    }
}
