package tenure.query.churnrisk.sweep;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import tenure.domain.customer.event.AudienceDefined;
import tenure.domain.customer.event.CustomerChurned;
import tenure.domain.customer.event.CustomerRated;
import tenure.domain.customer.event.CustomerRegistered;
import tenure.domain.customer.event.CustomerWonBack;
import tenure.domain.license.event.LicenseCancelled;
import tenure.domain.license.event.LicenseRenewed;
import tenure.domain.license.event.LicenseSold;
import tenure.domain.license.event.NoticeGiven;
import tenure.domain.license.event.NoticeWithdrawn;
import tenure.domain.license.event.PlanChanged;
import tenure.domain.license.event.SeatsChanged;
import tenure.domain.onboarding.event.OnboardingStarted;
import tenure.domain.onboarding.event.TaskCompleted;
import tenure.domain.onboarding.event.TaskReopened;
import tenure.domain.onboarding.event.TaskSkipped;
import tenure.domain.risk.event.RiskWatchEvent;
import tenure.domain.support.event.TicketClassified;
import tenure.domain.support.event.TicketClosed;
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
import tenure.domain.user.event.UserErased;
import tenure.domain.user.event.UserInvited;
import tenure.domain.user.event.UserReactivated;
import tenure.domain.user.event.UserRoleChanged;
import tenure.query.life.Life;
import tenure.query.life.LifeEvent;

/**
 * Goes through a customer's life once, day by day, from its first day to the one that is asked about. What happened on a
 * day counts at its end, by {@code occurredAt}; what is agreed for a later day counts from that day on, and is known before.
 * Thus what is seen on a day does not depend on anything that happened later.
 *
 * <p>A customer of whom nothing has been heard for 400 days after the end of its last term is looked at no further: what
 * is known of it stays as it was on that day.
 */
public final class LifeSweep {

    private static final Comparator<LifeEvent> BY_TIME =
            Comparator.comparing(LifeEvent::occurredAt).thenComparingLong(LifeEvent::position);

    private final List<LifeEvent> events;
    private final PriorityQueue<Later> later = new PriorityQueue<>();
    private final DayFacts facts;
    private final int lastDay;
    private int next;
    private int heardOn;

    /** Takes in the facts of each day. */
    public interface Visitor {
        /**
         * A day is over.
         *
         * @param facts the same object every time, which changes with the next day
         * @param away  whether the customer had left by then
         */
        void on(DayFacts facts, boolean away);

        /** A day is over on which everything stood as on the day before, as nothing has been heard for so long. */
        default void still(int day) {}
    }

    /** What holds from a later day on. */
    private record Later(int day, long position, Runnable change) implements Comparable<Later> {
        @Override
        public int compareTo(Later other) {
            return day == other.day ? Long.compare(position, other.position) : Integer.compare(day, other.day);
        }
    }

    private LifeSweep(List<LifeEvent> events, RiskDefinitions definitions, int origin, int lastDay) {
        this.events = events;
        this.lastDay = lastDay;
        facts = new DayFacts(definitions, origin, Math.max(0, lastDay - origin + 1));
    }

    /**
     * Sweeps a life.
     *
     * @param toDay   the last day; earlier when nothing moves after an earlier one
     * @param visitor hears of every day from the first on which the customer was one
     */
    public static void run(Life life, RiskDefinitions definitions, int toDay, Visitor visitor) {
        var events = new ArrayList<>(life.events());
        // What the product itself made of the facts is no fact.
        events.removeIf(event -> event.event() instanceof RiskWatchEvent);
        if (events.isEmpty()) {
            return;
        }
        events.sort(BY_TIME);
        var span = LifeSpan.of(events);
        int origin = span.origin(toDay);
        if (origin <= toDay) {
            new LifeSweep(events, definitions, origin, toDay).run(span.firstDay(), visitor);
        }
    }

    private void run(int firstDay, Visitor visitor) {
        int days = lastDay - facts.origin + 1;
        for (int number = 0; number < days; number++) {
            facts.moveTo(number);
            int day = facts.day();
            while (!later.isEmpty() && later.peek().day() <= day) {
                later.remove().change().run();
            }
            while (next < events.size() && SweepDays.of(events.get(next).occurredAt()) <= day) {
                take(events.get(next++));
            }
            boolean still = standsStill(day);
            if (still && next == events.size()) {
                return;
            }
            facts.endDay();
            if (day >= firstDay) {
                if (still) {
                    visitor.still(day);
                } else {
                    visitor.on(facts, facts.away);
                }
            }
        }
    }

    private boolean standsStill(int day) {
        return later.isEmpty()
                && day > Math.max(heardOn, facts.contracts.furthestEnd()) + (long) LifeSpan.STANDS_STILL_AFTER;
    }

    /** Does it now, or when its day has come. */
    private void from(int day, LifeEvent event, Runnable change) {
        if (day <= facts.day()) {
            change.run();
        } else {
            later.add(new Later(day, event.position(), change));
        }
    }

    private void take(LifeEvent known) {
        heardOn = facts.day();
        facts.heard();
        switch (known.event()) {
            case CustomerRegistered event -> facts.registered(SweepDays.of(event.registeredOn()));
            case CustomerChurned event -> from(SweepDays.of(event.churnedOn()), known, () -> facts.away = true);
            case CustomerWonBack event -> from(SweepDays.of(event.wonBackOn()), known, () -> facts.away = false);
            case CustomerRated event -> facts.rated(event.rating());
            case AudienceDefined event ->
                facts.people.audience(event.departments().size());
            case LicenseSold event -> {
                agreed(event.licenseId(), event.startsOn(), event.endsOn(), event.currency());
                terms(known, event.licenseId(), event.startsOn(), event.seats(), event.pricePerSeatMinorUnits());
            }
            case LicenseRenewed event -> {
                agreed(event.licenseId(), event.startsOn(), event.endsOn(), event.currency());
                terms(known, event.licenseId(), event.startsOn(), event.seats(), event.pricePerSeatMinorUnits());
            }
            case SeatsChanged event ->
                terms(known, event.licenseId(), event.effectiveOn(), event.seats(), event.pricePerSeatMinorUnits());
            case PlanChanged event ->
                terms(known, event.licenseId(), event.effectiveOn(), -1, event.pricePerSeatMinorUnits());
            case LicenseCancelled event ->
                facts.contracts.cancelled(event.licenseId(), SweepDays.of(event.effectiveOn()));
            case NoticeGiven event -> facts.contracts.noticed(event.licenseId(), true);
            case NoticeWithdrawn event -> facts.contracts.noticed(event.licenseId(), false);
            default -> takeOfUsers(known.event(), known.position());
        }
    }

    private void agreed(String licenseId, LocalDate startsOn, LocalDate endsOn, String currency) {
        facts.contracts.agreed(licenseId, SweepDays.of(startsOn), SweepDays.of(endsOn), currency);
    }

    private void terms(LifeEvent known, String licenseId, LocalDate effectiveOn, int seats, long price) {
        int day = SweepDays.of(effectiveOn);
        from(day, known, () -> facts.contracts.holds(licenseId, day, seats, price));
    }

    private void takeOfUsers(Object known, long position) {
        var people = facts.people;
        switch (known) {
            case UserInvited event -> people.invited(event.userId(), event.department(), event.role());
            case UserRoleChanged event -> people.invited(event.userId(), event.department(), event.role());
            case UserActivated event -> people.enabled(event.userId(), true);
            case UserReactivated event -> people.enabled(event.userId(), true);
            case UserDeactivated event -> people.enabled(event.userId(), false);
            case UserErased event -> people.erased(event.userId());
            case TrainingAssigned _ -> people.trainingTold();
            case TrainingStarted _ -> people.trainingTold();
            case TrainingCompleted event -> people.completed(event.userId(), event.courseId());
            case LoggedOn event -> use(event.userId(), null, 0);
            case FeatureUsed event -> use(event.userId(), event.feature(), event.count());
            case UsageDayReported event -> report(event, position);
            case OnboardingStarted event -> facts.tasks.started(event);
            case TaskCompleted event -> facts.tasks.settled(event.onboardingId(), event.taskId(), true);
            case TaskSkipped event -> facts.tasks.settled(event.onboardingId(), event.taskId(), true);
            case TaskReopened event -> facts.tasks.settled(event.onboardingId(), event.taskId(), false);
            default -> takeOfTickets(known);
        }
    }

    private void use(String userId, @Nullable String feature, long count) {
        boolean first = facts.people.did(userId, feature, count);
        facts.usage.did(facts.number(), feature, count, first);
    }

    /** A total may come later than its day; one that is told before its day counts on it. */
    private void report(UsageDayReported event, long position) {
        int number = SweepDays.of(event.day()) - facts.origin;
        if (number > facts.number()) {
            later.add(new Later(number + facts.origin, position, () -> facts.usage.reported(number, event, position)));
        } else if (number >= 0) {
            facts.usage.reported(number, event, position);
        }
    }

    private void takeOfTickets(Object known) {
        var tickets = facts.tickets;
        switch (known) {
            case TicketOpened event -> tickets.opened(event.ticketId(), event.level(), event.feature(), event.status());
            case TicketClassified event -> tickets.classified(event.ticketId(), event.level(), event.feature());
            case TicketFirstResponded event -> tickets.answered(event.ticketId());
            case TicketStatusChanged event -> tickets.status(event.ticketId(), event.status());
            case TicketResolved event -> tickets.settled(event.ticketId());
            case TicketClosed event -> tickets.settled(event.ticketId());
            case TicketReopened event -> tickets.reopened(event.ticketId());
            case TicketRated event -> tickets.rated(event.rating());
            default -> {
                // What else happens says nothing to any signal.
            }
        }
    }
}
