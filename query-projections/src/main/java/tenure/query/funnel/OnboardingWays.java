package tenure.query.funnel;

import static java.util.Comparator.comparingLong;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tenure.query.funnel.Accounts.Account;
import tenure.query.funnel.FunnelQuestion.Order;
import tenure.query.funnel.FunnelQuestion.Unit;
import tenure.query.funnel.Person.Milestone;
import tenure.query.funnel.Way.Done;
import tenure.query.shared.Standpoint;

/**
 * The ways through the onboarding, which is built in (definitions.md §3.1). A step is reached when it and all before it
 * were done by day N, whatever their order.
 *
 * <ul>
 *   <li>users: enter when they are invited; the tasks are those of their customer;
 *   <li>accounts: enter when their first term begins, and have done what the first of their people has done;
 *   <li>seats: those under contract on the day, from the beginning of the first term. The people who are there take them,
 *       those furthest on first, so that one customer's surplus of people fills no gap of another.
 * </ul>
 */
final class OnboardingWays implements Ways {

    private final FunnelReader reader;
    private final FunnelQuestion question;
    private final Standpoint at;

    OnboardingWays(FunnelReader reader, FunnelQuestion question, Standpoint at) {
        this.reader = reader;
        this.question = question;
        this.at = at;
    }

    @Override
    public String name() {
        return "Onboarding";
    }

    @Override
    public Unit unit() {
        return question.onboardingUnit();
    }

    @Override
    public Order order() {
        return Order.ANY;
    }

    @Override
    public List<Step> steps() {
        var by = ", by day " + question.horizon();
        var steps = new ArrayList<Step>();
        if (unit() != Unit.USERS) {
            steps.add(new Step(
                    "Sold", unit() == Unit.SEATS ? "seats under contract on the day" : "the first term began", false));
        }
        steps.add(new Step("Invited", "user.invited" + (unit() == Unit.USERS ? "" : by), false));
        steps.add(new Step("Logged on", "usage.logged-on or usage.feature-used" + by, false));
        steps.add(new Step("Trained", "training.completed of every required course" + by, false));
        steps.add(new Step("Tasks done", "onboarding.task-completed of every required task" + by, false));
        steps.add(new Step("Value", "usage.feature-used of a feature of value" + by, false));
        for (var optional : question.optional()) {
            if (optional < steps.size()) {
                var step = steps.get(optional);
                steps.set(optional, new Step(step.name(), step.rule() + ", optional", true));
            }
        }
        return steps;
    }

    @Override
    public void each(Consumer<List<Way>> receiver) {
        Accounts.each(reader, question.customerId(), at, accounts -> {
            var ways = new ArrayList<Way>();
            for (var account : accounts) {
                if (question.cohort() == null
                        || question.cohort().equals(account.contracts().cohort())) {
                    switch (unit()) {
                        case USERS -> users(account, ways);
                        case SEATS -> seats(account, ways);
                        default -> account(account, ways);
                    }
                }
            }
            receiver.accept(ways);
        });
    }

    private void users(Account account, List<Way> ways) {
        for (var person : account.people()) {
            var invited = person.invited();
            if (invited != null && question.takes(LocalDate.ofInstant(invited.at(), ZoneOffset.UTC))) {
                ways.add(way(
                        account,
                        person.userId(),
                        invited,
                        Absence.since(account.awayFacts(), person.userId()),
                        person.loggedOn(),
                        person.trained(),
                        tasks(account),
                        person.value()));
            }
        }
    }

    private void account(Account account, List<Way> ways) {
        var sold = sold(account);
        if (sold != null) {
            ways.add(way(
                    account,
                    null,
                    sold,
                    Absence.since(account.awayFacts(), null),
                    first(account, Person::invited),
                    first(account, Person::loggedOn),
                    first(account, Person::trained),
                    tasks(account),
                    first(account, Person::value)));
        }
    }

    private void seats(Account account, List<Way> ways) {
        var sold = sold(account);
        var left = Absence.since(account.awayFacts(), null);
        var seats = left == null ? account.contracts().seatsOn(at.asOf().day()) : 0;
        if (sold == null || seats == 0) {
            return;
        }
        var people = account.people().stream()
                .filter(person -> Absence.since(account.awayFacts(), person.userId()) == null)
                .map(person -> way(
                        account,
                        person.userId(),
                        sold,
                        null,
                        person.invited(),
                        person.loggedOn(),
                        person.trained(),
                        tasks(account),
                        person.value()))
                .sorted(comparingLong(OnboardingWays::depth)
                        .reversed()
                        .thenComparing(way -> String.valueOf(way.userId())))
                .limit(seats)
                .toList();
        ways.addAll(people);
        if (people.size() < seats) {
            var empty = way(account, null, sold, null, null, null, null, null, null);
            ways.add(new Way(
                    empty.customerId(),
                    null,
                    seats - people.size(),
                    empty.enteredAt(),
                    empty.entry(),
                    null,
                    false,
                    empty.stages()));
        }
    }

    /** How many steps were reached; of optional ones a person may lack one and have a later. */
    private static long depth(Way way) {
        return way.stages().stream()
                .filter(stage -> stage.outcome() == Way.Outcome.REACHED)
                .count();
    }

    /** The beginning of the first term, when it is among those asked for and has come. */
    private @Nullable Milestone sold(Account account) {
        var startsOn = account.contracts().startsOn();
        var startsAt = account.contracts().startsAt();
        return startsOn == null
                        || startsAt == null
                        || startsOn.isAfter(at.asOf().day())
                        || !question.takes(startsOn)
                ? null
                : new Milestone(startsAt, account.contracts().positions());
    }

    private static @Nullable Milestone tasks(Account account) {
        var completedAt = account.tasks().completedAt();
        return completedAt == null
                ? null
                : new Milestone(completedAt, account.tasks().positions());
    }

    private static @Nullable Milestone first(Account account, Function<Person, @Nullable Milestone> milestone) {
        return Milestone.earliest(account.people().stream().flatMap(person -> {
            var done = milestone.apply(person);
            return done == null ? java.util.stream.Stream.empty() : java.util.stream.Stream.of(done);
        }));
    }

    private Way way(
            Account account,
            @Nullable String userId,
            Milestone entry,
            @Nullable Instant leftAt,
            @Nullable Milestone... milestones) {
        var closesAt = entry.at().plus(Duration.ofDays(question.horizon())).plus(1, ChronoUnit.MICROS);
        var canBeDone = closesAt.isAfter(at.asOf().end()) && leftAt == null;
        var steps = new ArrayList<Done>();
        for (var milestone : Arrays.asList(milestones)) {
            var done = milestone != null && milestone.at().isBefore(closesAt) ? milestone : null;
            steps.add(new Done(
                    done == null ? null : done.at(),
                    done != null,
                    canBeDone,
                    closesAt,
                    question.optional().contains(steps.size() + 1),
                    done == null ? List.of() : done.positions()));
        }
        return new Way(
                account.customerId(), userId, 1, entry.at(), entry.positions(), leftAt, false, Way.judge(steps, true));
    }
}
