package tenure.query.lifecycle;

import static tenure.query.lifecycle.Lifecycles.COURSES;
import static tenure.query.lifecycle.Lifecycles.DAYS;
import static tenure.query.lifecycle.Lifecycles.FEATURES;
import static tenure.query.lifecycle.Lifecycles.FIRST_DAY;
import static tenure.query.lifecycle.Lifecycles.at;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import tenure.domain.customer.event.AudienceDefined;
import tenure.domain.customer.event.CustomerChurned;
import tenure.domain.customer.event.CustomerRegistered;
import tenure.domain.customer.event.CustomerWonBack;
import tenure.domain.customer.event.OwnerAssigned;
import tenure.domain.customer.event.ProfileChanged;
import tenure.domain.license.event.LicenseCancelled;
import tenure.domain.license.event.LicenseExpired;
import tenure.domain.license.event.LicenseRenewed;
import tenure.domain.license.event.LicenseSold;
import tenure.domain.license.event.NoticeGiven;
import tenure.domain.license.event.NoticeWithdrawn;
import tenure.domain.license.event.PlanChanged;
import tenure.domain.license.event.SeatAssigned;
import tenure.domain.license.event.SeatReleased;
import tenure.domain.license.event.SeatsChanged;
import tenure.domain.onboarding.event.OnboardingCompleted;
import tenure.domain.onboarding.event.OnboardingStarted;
import tenure.domain.onboarding.event.TaskCompleted;
import tenure.domain.onboarding.event.TaskOverdue;
import tenure.domain.onboarding.event.TaskReopened;
import tenure.domain.onboarding.event.TaskSkipped;
import tenure.domain.support.event.TicketClassified;
import tenure.domain.support.event.TicketClosed;
import tenure.domain.support.event.TicketEscalated;
import tenure.domain.support.event.TicketFirstResponded;
import tenure.domain.support.event.TicketOpened;
import tenure.domain.support.event.TicketRated;
import tenure.domain.support.event.TicketReopened;
import tenure.domain.support.event.TicketResolved;
import tenure.domain.support.event.TicketStatusChanged;
import tenure.domain.training.event.TrainingAssigned;
import tenure.domain.training.event.TrainingCompleted;
import tenure.domain.training.event.TrainingStarted;
import tenure.domain.usage.event.FeatureUsed;
import tenure.domain.usage.event.LoggedOn;
import tenure.domain.usage.event.UsageDayReported;
import tenure.domain.user.event.UserActivated;
import tenure.domain.user.event.UserDeactivated;
import tenure.domain.user.event.UserInvited;
import tenure.domain.user.event.UserReactivated;
import tenure.domain.user.event.UserRoleChanged;
import tenure.query.lifecycle.Lifecycles.Correction;
import tenure.query.lifecycle.Lifecycles.Step;

/** One customer's life, in the order of its streams. */
final class CustomerLife {

    private static final List<String> DEPARTMENTS = List.of("sales", "service", "finance");
    private static final List<String> PLANS = List.of("basic", "pro", "max");

    private final String customer;
    private final SplittableRandom random;
    private final List<Step> steps = new ArrayList<>();
    private final int begin;

    CustomerLife(String customer, SplittableRandom random) {
        this.customer = customer;
        this.random = random;
        this.begin = random.nextInt(DAYS / 3);
    }

    List<Step> events() {
        decided(new CustomerRegistered(
                customer, "Name of " + customer, day(begin), Map.of("industry", one(PLANS)), at(begin)));
        commerce();
        if (chance(3)) {
            decided(new AudienceDefined(customer, departments(), at(later(begin, 90))));
        }
        if (chance(3)) {
            decided(new OwnerAssigned(customer, "owner-" + random.nextInt(3), at(later(begin, 200))));
        }
        if (chance(3)) {
            decided(new ProfileChanged(
                    customer, null, Map.of("industry", one(PLANS)), List.of(), at(later(begin, 200))));
        }
        if (chance(4)) {
            dayTotals();
        } else {
            people();
        }
        for (int i = random.nextInt(5); i > 0; i--) {
            ticket(customer + "-t" + i);
        }
        onboarding();
        return steps;
    }

    private Map<String, Integer> departments() {
        var known = new TreeMap<String, Integer>();
        DEPARTMENTS.forEach(department -> known.put(department, 1 + random.nextInt(9)));
        return known;
    }

    private void commerce() {
        for (int number = 1; number <= 1 + random.nextInt(2); number++) {
            license(customer + "-l" + number, begin + random.nextInt(40));
        }
        if (chance(3)) {
            int left = later(begin + 60, 250);
            decided(new CustomerChurned(customer, day(left), one(List.of("price", "adoption")), "", at(left)));
            if (chance(2)) {
                int back = left + random.nextInt(60);
                decided(new CustomerWonBack(customer, day(back), at(back)));
            }
        }
    }

    private void license(String license, int start) {
        int end = start + 30 * (1 + random.nextInt(6));
        int seats = 1 + random.nextInt(12);
        long price = 100L * (1 + random.nextInt(20));
        var currency = chance(8) ? "USD" : "EUR";
        // A sale may be recorded for a past or a coming day.
        decided(new LicenseSold(
                license, customer, "crm", one(PLANS), seats, price, currency, day(start), day(end), false, at(start)));
        while (end < DAYS && !chance(4)) {
            if (chance(2)) {
                int when = start + random.nextInt(end - start);
                seats = 1 + random.nextInt(12);
                decided(new SeatsChanged(license, customer, seats, price + random.nextInt(50), day(when), at(when)));
            }
            if (chance(4)) {
                int when = start + random.nextInt(end - start);
                decided(new PlanChanged(
                        license, customer, one(PLANS), price + random.nextInt(90), day(when), at(when)));
            }
            if (chance(5)) {
                decided(new NoticeGiven(license, customer, day(end), "price", "", at(end - 20)));
                if (chance(2)) {
                    return;
                }
                decided(new NoticeWithdrawn(license, customer, at(end - 10)));
            }
            if (chance(8)) {
                int when = start + random.nextInt(end - start);
                decided(new LicenseCancelled(license, customer, day(when), at(when)));
                return;
            }
            int gap = chance(4) ? random.nextInt(20) : 0;
            start = end + gap;
            end = start + 30 * (1 + random.nextInt(6));
            seats = Math.max(1, seats + random.nextInt(5) - 2);
            decided(new LicenseRenewed(
                    license, customer, one(PLANS), seats, price, currency, day(start), day(end), false, at(start)));
        }
        if (chance(2)) {
            decided(new LicenseExpired(license, customer, day(end), at(end)));
        }
    }

    private void dayTotals() {
        for (int i = random.nextInt(40); i > 0; i--) {
            int day = later(begin, 200);
            told(
                    new UsageDayReported(
                            customer,
                            day(day),
                            chance(4) ? null : random.nextInt(9),
                            random.nextInt(50),
                            used(),
                            null,
                            at(day)),
                    eventId -> new UsageDayReported(
                            customer, day(day), random.nextInt(9), random.nextInt(50), used(), eventId, at(day)));
        }
    }

    private Map<String, Long> used() {
        var counts = new TreeMap<String, Long>();
        for (int i = random.nextInt(3); i > 0; i--) {
            counts.put(one(FEATURES), 1L + random.nextInt(20));
        }
        return counts;
    }

    private void people() {
        for (int i = 1 + random.nextInt(5); i > 0; i--) {
            person(customer + "-u" + i);
        }
    }

    private void person(String user) {
        int invited = later(begin, 120);
        decided(new UserInvited(
                user, customer, chance(5) ? null : one(DEPARTMENTS), chance(3) ? "champion" : null, moment(invited)));
        if (!chance(4)) {
            decided(new UserActivated(user, customer, moment(later(invited, 20))));
        }
        if (chance(5)) {
            decided(new UserRoleChanged(user, customer, one(DEPARTMENTS), "admin", moment(later(invited, 100))));
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            int assigned = later(invited, 150);
            decided(new SeatAssigned(customer + "-l1", customer, user, moment(assigned)));
            if (chance(2)) {
                decided(new SeatReleased(customer + "-l1", customer, user, moment(later(assigned, 100))));
            }
        }
        for (var course : COURSES) {
            if (chance(3)) {
                continue;
            }
            int assigned = later(invited, 60);
            decided(new TrainingAssigned(user, customer, course, null, moment(assigned)));
            if (!chance(3)) {
                var when = moment(later(invited, 120));
                told(new TrainingStarted(user, customerOrNobody(), course, null, when), null);
                var done = when.plusSeconds(random.nextInt(1_000_000));
                told(
                        new TrainingCompleted(user, customer, course, null, null, done),
                        eventId -> new TrainingCompleted(user, customer, course, 7, eventId, done.plusSeconds(7_777)));
            }
        }
        use(user, invited);
        if (chance(5)) {
            int left = later(invited, 200);
            decided(new UserDeactivated(user, customer, moment(left)));
            if (chance(2)) {
                decided(new UserReactivated(user, customer, moment(later(left, 60))));
            }
        }
    }

    private void use(String user, int invited) {
        for (int i = random.nextInt(25); i > 0; i--) {
            var when = moment(Math.max(0, later(invited, 200) - 5));
            if (chance(3)) {
                told(
                        new LoggedOn(user, customer, null, when),
                        eventId -> new LoggedOn(user, customer, eventId, when.minusSeconds(90_000)));
            } else {
                told(
                        new FeatureUsed(user, customer, one(FEATURES), 1 + random.nextInt(9), null, when),
                        eventId -> new FeatureUsed(user, customer, one(FEATURES), 3, eventId, when));
            }
        }
    }

    private void ticket(String ticket) {
        int opened = Math.max(0, later(begin, 300) - 10);
        told(
                new TicketOpened(
                        ticket,
                        customer,
                        chance(2) ? customer + "-u1" : null,
                        one(List.of("how-to", "defect", "request")),
                        chance(3) ? null : one(FEATURES),
                        chance(4) ? one(List.of("introductory", "advanced")) : null,
                        one(List.of("low", "normal", "urgent")),
                        chance(6) ? "resolved" : "open",
                        null,
                        moment(opened)),
                eventId -> new TicketOpened(
                        ticket, customer, null, "defect", "edit", null, "high", "open", eventId, moment(opened)));
        for (int i = random.nextInt(6); i > 0; i--) {
            var when = moment(later(opened, 30));
            told(
                    switch (random.nextInt(8)) {
                        case 0 -> new TicketFirstResponded(ticket, customer, null, when);
                        case 1 ->
                            new TicketStatusChanged(ticket, customer, one(List.of("pending", "open")), null, when);
                        case 2 -> new TicketEscalated(ticket, customer, null, when);
                        case 3 -> new TicketResolved(ticket, customer, null, when);
                        case 4 -> new TicketReopened(ticket, customerOrNobody(), null, when);
                        case 5 -> new TicketClosed(ticket, customer, null, when);
                        case 6 -> new TicketClassified(ticket, customer, "defect", one(FEATURES), null, null, when);
                        default -> new TicketRated(ticket, customer, 1 + random.nextInt(5), null, when);
                    },
                    null);
        }
    }

    private void onboarding() {
        if (chance(3)) {
            return;
        }
        var onboarding = customer + "-o1";
        int start = later(begin, 20);
        decided(new OnboardingStarted(
                onboarding,
                customer,
                customer + "-l1",
                null,
                day(start),
                List.of(
                        new OnboardingStarted.Task("connect", "Connect", day(start + 14), true, true),
                        new OnboardingStarted.Task("import", "Import", day(start + 30), true, false),
                        new OnboardingStarted.Task("extra", "Extra", day(start + 30), false, false)),
                at(start)));
        int last = start;
        var completed = true;
        for (var task : List.of("connect", "import", "extra")) {
            last = later(last, 30);
            if (chance(3)) {
                decided(new TaskOverdue(onboarding, customer, task, day(start + 14), at(start + 15)));
            }
            switch (random.nextInt(4)) {
                case 0 -> completed = false;
                case 1 -> decided(new TaskSkipped(onboarding, customer, task, "not needed", at(last)));
                case 2 -> {
                    decided(new TaskCompleted(onboarding, customer, task, at(last)));
                    decided(new TaskReopened(onboarding, customer, task, at(last + 2)));
                    completed = false;
                }
                default -> decided(new TaskCompleted(onboarding, customer, task, at(last)));
            }
        }
        if (completed) {
            decided(new OnboardingCompleted(onboarding, customer, at(last)));
        }
    }

    /** Facts may leave the customer out when nobody knew. */
    private String customerOrNobody() {
        return chance(10) ? null : customer;
    }

    private void decided(Record event) {
        steps.add(new Step(customer, event, false, null));
    }

    private void told(Record event, Correction correction) {
        steps.add(new Step(customer, event, true, correction));
    }

    private boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private int later(int day, int within) {
        return day + random.nextInt(within);
    }

    private static LocalDate day(int number) {
        return FIRST_DAY.plusDays(number);
    }

    /** Some time of a day; every now and then the same one, so that events happen at once. */
    private Instant moment(int day) {
        return at(day).plusSeconds(chance(4) ? 43_200 : random.nextInt(86_400));
    }
}
