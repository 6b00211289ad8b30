package tenure.query.dataquality;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tenure.domain.correction.event.FactRetracted;
import tenure.domain.customer.event.CustomerChurned;
import tenure.domain.customer.event.CustomerRegistered;
import tenure.domain.customer.event.CustomerWonBack;
import tenure.domain.license.event.LicenseCancelled;
import tenure.domain.license.event.LicenseRenewed;
import tenure.domain.license.event.LicenseSold;
import tenure.domain.shared.EventName;
import tenure.domain.support.event.TicketClosed;
import tenure.domain.support.event.TicketEvent;
import tenure.domain.support.event.TicketOpened;
import tenure.domain.support.event.TicketRated;
import tenure.domain.support.event.TicketReopened;
import tenure.domain.training.event.TrainingAssigned;
import tenure.domain.training.event.TrainingCompleted;
import tenure.domain.training.event.TrainingStarted;
import tenure.domain.usage.event.FeatureUsed;
import tenure.domain.usage.event.LoggedOn;
import tenure.domain.usage.event.UsageDayReported;
import tenure.domain.user.event.UserInvited;
import tenure.query.lifecycle.Told;
import tenure.query.shared.Facts;

/** The kinds of contradictions read plainly from a list of events: what the view must agree with. */
final class NaiveQuality {

    /** An event that counts. */
    private record One(
            long position, Record event, @Nullable String customer, Instant at) {

        LocalDate day() {
            return LocalDate.ofInstant(at, ZoneOffset.UTC);
        }
    }

    private record Sold(String license, String customer, LocalDate from, LocalDate to) {}

    private final List<One> events = new ArrayList<>();
    private final Map<Long, Instant> recorded;
    private final Set<String> found = new TreeSet<>();

    /**
     * The events that count.
     *
     * @param believesRetracted plants an error: facts count though they were taken back or replaced
     */
    NaiveQuality(List<Told> log, Map<Long, Instant> recorded, long position, boolean believesRetracted) {
        this.recorded = recorded;
        var known = log.subList(0, (int) position);
        var gone = new HashSet<String>();
        for (var told : known) {
            var replaced = told.event() instanceof FactRetracted retracted
                    ? retracted.eventId()
                    : (String) component(told.event(), "corrects");
            if (replaced != null && !believesRetracted) {
                gone.add(replaced);
            }
        }
        for (int i = 0; i < known.size(); i++) {
            var event = known.get(i).event();
            if (!isFact(event) || !gone.contains(known.get(i).eventId().toString())) {
                events.add(
                        new One(i + 1L, event, (String) component(event, "customerId"), Objects.requireNonNull((Instant)
                                component(event, "occurredAt"))));
            }
        }
    }

    private static boolean isFact(Record event) {
        return Facts.isFact(event.getClass().getAnnotation(EventName.class).value());
    }

    private static @Nullable Object component(Record event, String name) {
        try {
            for (var component : event.getClass().getRecordComponents()) {
                if (component.getName().equals(name)) {
                    return component.getAccessor().invoke(event);
                }
            }
            return null;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Each event that contradicts something until a day: kind, customer, subject, day, position. */
    Set<String> until(LocalDate day) {
        for (var one : events) {
            switch (one.event()) {
                case UsageDayReported event -> usage(one, "", event.day(), day);
                case LoggedOn event -> usage(one, event.userId(), one.day(), day);
                case FeatureUsed event -> usage(one, event.userId(), one.day(), day);
                case TrainingStarted event -> time(one, event.userId(), day);
                case TrainingCompleted event -> {
                    var training = event.userId() + ' ' + event.courseId();
                    add(
                            !any(TrainingAssigned.class, a -> (a.userId() + ' ' + a.courseId()).equals(training)),
                            "training-without-assignment",
                            one,
                            training,
                            one.day(),
                            day);
                    time(one, event.userId(), day);
                }
                case TicketEvent event -> ticket(one, event, day);
                default -> {
                    // No fact.
                }
            }
        }
        return found;
    }

    private void usage(One one, String user, LocalDate on, LocalDate day) {
        var customer = one.customer();
        add(customer == null, "usage-without-customer", one, user, on, day);
        add(
                !user.isEmpty()
                        && !any(UserInvited.class, invited -> invited.userId().equals(user)),
                "usage-of-unknown-user",
                one,
                user,
                on,
                day);
        if (customer != null) {
            var signedUp = registered(customer);
            add(signedUp == null, "usage-of-unregistered-customer", one, user, on, day);
            add(signedUp != null && on.isBefore(signedUp), "usage-before-registration", one, user, on, day);
            var terms = sold().filter(term -> term.customer().equals(customer)).toList();
            var first = terms.stream().map(Sold::from).min(Comparator.naturalOrder());
            add(first.isEmpty(), "usage-without-license", one, user, on, day);
            add(first.isPresent() && on.isBefore(first.get()), "usage-before-first-term", one, user, on, day);
            add(
                    first.isPresent()
                            && !on.isBefore(first.get())
                            && terms.stream().noneMatch(term -> covers(term, on)),
                    "usage-outside-terms",
                    one,
                    user,
                    on,
                    day);
            add(isAway(customer, on), "usage-after-churn", one, user, on, day);
        }
        time(one, user, day);
    }

    private void ticket(One one, TicketEvent event, LocalDate day) {
        var told = events.stream()
                .filter(other -> other.event() instanceof TicketEvent ticket
                        && ticket.ticketId().equals(event.ticketId()))
                .sorted(Comparator.comparing(One::at).thenComparingLong(One::position))
                .toList();
        var state = "";
        for (var other : told.subList(0, told.indexOf(one))) {
            state = switch (other.event()) {
                case TicketOpened opened -> Set.of("closed", "resolved").contains(opened.status()) ? "closed" : "open";
                case TicketReopened reopened -> "open";
                case TicketClosed closed -> "closed";
                default -> state;
            };
        }
        var changes = !(event instanceof TicketOpened
                || event instanceof TicketReopened
                || event instanceof TicketClosed
                || event instanceof TicketRated);
        var id = event.ticketId();
        add(changes && state.equals("closed"), "ticket-changed-after-closing", one, id, one.day(), day);
        add(
                told.stream().noneMatch(other -> other.event() instanceof TicketOpened),
                "ticket-never-opened",
                one,
                id,
                one.day(),
                day);
        if (event instanceof TicketOpened opened) {
            add(
                    Set.of("closed", "resolved").contains(opened.status()),
                    "ticket-begins-closed",
                    one,
                    id,
                    one.day(),
                    day);
            var signedUp = one.customer() == null ? null : registered(one.customer());
            add(
                    signedUp != null && one.day().isBefore(signedUp),
                    "ticket-before-registration",
                    one,
                    id,
                    one.day(),
                    day);
        }
        time(one, id, day);
    }

    private void time(One one, String subject, LocalDate day) {
        var recordedAt = Objects.requireNonNull(recorded.get(one.position()));
        var recordedOn = LocalDate.ofInstant(recordedAt, ZoneOffset.UTC);
        add(recordedAt.isAfter(one.at().plus(Duration.ofDays(30))), "recorded-late", one, subject, one.day(), day);
        add(recordedAt.isBefore(one.at()), "dated-in-the-future", one, subject, recordedOn, day);
    }

    private void add(boolean contradicts, String kind, One one, String subject, LocalDate on, LocalDate until) {
        if (contradicts && !on.isAfter(until)) {
            found.add("%s %s %s %s %d".formatted(kind, one.customer(), subject, on, one.position()));
        }
    }

    private @Nullable LocalDate registered(String customer) {
        return of(CustomerRegistered.class)
                .filter(event -> event.customerId().equals(customer))
                .map(CustomerRegistered::registeredOn)
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    private Stream<Sold> sold() {
        return Stream.concat(
                of(LicenseSold.class).map(e -> new Sold(e.licenseId(), e.customerId(), e.startsOn(), e.endsOn())),
                of(LicenseRenewed.class).map(e -> new Sold(e.licenseId(), e.customerId(), e.startsOn(), e.endsOn())));
    }

    private boolean covers(Sold term, LocalDate on) {
        var ended = of(LicenseCancelled.class)
                .filter(event -> event.licenseId().equals(term.license()))
                .map(LicenseCancelled::effectiveOn)
                .reduce((earlier, later) -> later);
        return !term.from().isAfter(on)
                && term.to().isAfter(on)
                && (ended.isEmpty() || ended.get().isAfter(on));
    }

    private boolean isAway(String customer, LocalDate on) {
        var away = false;
        var since = LocalDate.MIN;
        for (var one : events) {
            var moved = switch (one.event()) {
                case CustomerChurned event when event.customerId().equals(customer) -> event.churnedOn();
                case CustomerWonBack event when event.customerId().equals(customer) -> event.wonBackOn();
                default -> LocalDate.MAX;
            };
            if (!moved.isAfter(on) && !moved.isBefore(since)) {
                since = moved;
                away = one.event() instanceof CustomerChurned;
            }
        }
        return away;
    }

    private <E> Stream<E> of(Class<E> type) {
        return events.stream().map(One::event).filter(type::isInstance).map(type::cast);
    }

    private <E> boolean any(Class<E> type, Predicate<E> wanted) {
        return of(type).anyMatch(wanted);
    }
}
