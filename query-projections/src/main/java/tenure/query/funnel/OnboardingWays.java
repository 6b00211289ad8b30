package tenure.query.funnel;

import static tenure.query.funnel.Micros.NEVER;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tenure.query.funnel.FunnelQuestion.Order;
import tenure.query.funnel.FunnelQuestion.Unit;
import tenure.query.funnel.Milestones.Milestone;
import tenure.query.shared.Standpoint;
import tenure.query.shared.TimeLimit;

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

    private static final List<Milestone> OF_USERS =
            List.of(Milestone.LOGGED_ON, Milestone.TRAINED, Milestone.TASKS, Milestone.VALUE);
    private static final List<Milestone> OF_OTHERS =
            List.of(Milestone.INVITED, Milestone.LOGGED_ON, Milestone.TRAINED, Milestone.TASKS, Milestone.VALUE);

    private final Accounts accounts;
    private final FunnelQuestion question;
    private final Standpoint at;
    private final long end;
    private final int today;

    OnboardingWays(Accounts accounts, FunnelQuestion question, Standpoint at) {
        this.accounts = accounts;
        this.question = question;
        this.at = at;
        this.end = Micros.of(at.asOf().end());
        this.today = (int) at.asOf().day().toEpochDay();
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
    public void each(Consumer<Way> receiver) {
        var all = accounts.at(at, question.customerId());
        if (!all.isEmpty()) {
            var one = new OneByOne(all.getFirst(), receiver);
            for (var account : all) {
                TimeLimit.check();
                if (question.cohort() == null
                        || question.cohort().equals(account.contracts().cohort(end))) {
                    one.look(account);
                }
            }
        }
    }

    /** Goes through customers, and through the people or seats of each. */
    private final class OneByOne {

        /** Stands for all people of a customer: what the first of them did counts. */
        private static final int ANYBODY = -1;
        /** Stands for a seat that nobody is on. */
        private static final int NOBODY = -2;

        private final Milestones milestones;
        private final Consumer<Way> receiver;
        private final List<Milestone> steps = unit() == Unit.USERS ? OF_USERS : OF_OTHERS;
        private final Way way = new Way(steps.size() + 1, true);
        private Account account;
        private int person = NOBODY;

        OneByOne(Account first, Consumer<Way> receiver) {
            this.milestones = new Milestones(end, first);
            this.account = first;
            this.receiver = receiver;
            way.explain(this::positions);
        }

        void look(Account next) {
            account = next;
            milestones.look(next);
            switch (unit()) {
                case USERS -> users();
                case SEATS -> seats();
                default -> all();
            }
        }

        private void users() {
            var left = account.departures().ofPeople(account.people().size(), end);
            for (int one = 0; one < left.length; one++) {
                long invitedAt = milestones.at(Milestone.INVITED, one);
                if (invitedAt != NEVER && question.takes(Micros.day(invitedAt))) {
                    go(one, account.people().userId(one), invitedAt, left[one]);
                    receiver.accept(way);
                }
            }
        }

        private void all() {
            long soldAt = soldAt();
            if (soldAt != NEVER) {
                go(ANYBODY, null, soldAt, account.departures().ofCustomer(end));
                receiver.accept(way);
            }
        }

        private void seats() {
            long soldAt = soldAt();
            if (soldAt == NEVER || account.departures().ofCustomer(end) != NEVER) {
                return;
            }
            long free = account.contracts().seatsOn(today, end);
            var depths = depths(soldAt);
            for (int depth = steps.size(); depth >= 0; depth--) {
                for (int one = 0; one < depths.length && free > 0; one++) {
                    if (depths[one] == depth) {
                        go(one, account.people().userId(one), soldAt, NEVER);
                        receiver.accept(way);
                        free--;
                    }
                }
            }
            if (free > 0) {
                go(NOBODY, null, soldAt, NEVER);
                way.standFor(free);
                receiver.accept(way);
            }
        }

        /** How many steps each person reached: of optional ones it may lack one and have a later. -1: it is not there. */
        private int[] depths(long soldAt) {
            var left = account.departures().ofPeople(account.people().size(), end);
            var depths = new int[left.length];
            for (int one = 0; one < left.length; one++) {
                if (left[one] == NEVER && account.people().isKnown(one, end)) {
                    go(one, null, soldAt, NEVER);
                    depths[one] = way.depth();
                } else {
                    depths[one] = -1;
                }
            }
            return depths;
        }

        /** The beginning of the first term, when it is among those asked for and has come; never otherwise. */
        private long soldAt() {
            int startsOn = account.contracts().startsOn(end);
            return startsOn == Contracts.NONE || startsOn > today || !question.takes(startsOn)
                    ? NEVER
                    : Micros.ofDays(startsOn);
        }

        private void go(int one, @Nullable String userId, long enteredAt, long leftAt) {
            person = one;
            way.enter(account.customerId(), userId, enteredAt, leftAt);
            long closesAt = closesAt();
            boolean canBeDone = closesAt > end && leftAt == NEVER;
            for (int step = 1; step <= steps.size(); step++) {
                long doneAt = doneAt(step);
                doneAt = doneAt < closesAt ? doneAt : NEVER;
                way.judge(
                        doneAt,
                        doneAt != NEVER,
                        canBeDone,
                        closesAt,
                        question.optional().contains(step));
            }
        }

        /** The last moment of the days is in time. */
        private long closesAt() {
            return way.enteredAt() + Micros.ofDays(question.horizon()) + 1;
        }

        private long doneAt(int step) {
            return switch (person) {
                case NOBODY -> NEVER;
                case ANYBODY -> milestones.firstAt(steps.get(step - 1));
                default -> milestones.at(steps.get(step - 1), person);
            };
        }

        private List<Long> positions(int step) {
            if (step == 0) {
                return unit() == Unit.USERS
                        ? milestones.positions(Milestone.INVITED, person)
                        : account.contracts().positions(end);
            }
            if (person == NOBODY || doneAt(step) >= closesAt()) {
                return List.of();
            }
            return person == ANYBODY
                    ? milestones.firstPositions(steps.get(step - 1))
                    : milestones.positions(steps.get(step - 1), person);
        }
    }
}
