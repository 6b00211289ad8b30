package tenure.query.support;

import static java.util.Comparator.comparing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tenure.query.shared.Figure;
import tenure.query.shared.FigureSource;
import tenure.query.shared.FigureSubject;
import tenure.query.shared.Question;
import tenure.query.shared.Rate;
import tenure.query.shared.Standpoint;
import tenure.query.support.CustomerTickets.TicketRow;

/** Puts tickets together from their facts, counts them, and says which it counted. */
@Component
class SupportReader implements FigureSource {

    private static final int PLACES = 4;
    private static final long SECONDS_PER_HOUR = 3_600;

    private final SupportTable table;

    SupportReader(SupportTable table) {
        this.table = table;
    }

    /** Tickets that were opened in {@code [from, to)}, of one customer or of all; null: without that bound. */
    record Query(
            @Nullable String customerId,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {

        boolean wants(SeenTicket seen) {
            var day = seen.day();
            return (from == null || !day.isBefore(from)) && (to == null || day.isBefore(to));
        }
    }

    /** Tickets as they are seen from a standpoint. */
    private record Seen(List<SeenTicket> tickets, Surroundings surroundings) {}

    /**
     * Tickets by their ids.
     *
     * @param customerId   only of this one; null: of all
     * @param withTraining whether it is told who of those who asked was trained, which takes all their trainings
     */
    private Seen seen(Standpoint at, @Nullable String customerId, boolean withTraining) {
        var gathering = new Gathering(customerId);
        table.tickets(at, customerId, gathering::add);
        var tickets = gathering.tickets();
        var users =
                withTraining ? tickets.stream().map(Ticket::userId).distinct().toList() : List.<String>of();
        var surroundings = Surroundings.of(table, at, customerId, users);
        return new Seen(
                tickets.stream()
                        .map(ticket -> new SeenTicket(
                                ticket,
                                surroundings.level(ticket),
                                withTraining ? surroundings.trained(ticket) : null,
                                surroundings.age(ticket)))
                        .toList(),
                surroundings);
    }

    /** Puts each ticket together when its last fact has come. */
    private static final class Gathering {

        private final @Nullable String customerId;
        private final List<Ticket> tickets = new ArrayList<>();
        private final List<TicketFact> gathered = new ArrayList<>();

        Gathering(@Nullable String customerId) {
            this.customerId = customerId;
        }

        void add(TicketFact fact) {
            if (!gathered.isEmpty() && !gathered.getFirst().ticketId().equals(fact.ticketId())) {
                end();
            }
            gathered.add(fact);
        }

        private void end() {
            var ticket = new Ticket(gathered);
            if (customerId == null || customerId.equals(ticket.customerId())) {
                tickets.add(ticket);
            }
            gathered.clear();
        }

        List<Ticket> tickets() {
            if (!gathered.isEmpty()) {
                end();
            }
            return tickets;
        }
    }

    /** All tickets, by their ids. */
    List<SeenTicket> tickets(Standpoint at) {
        return seen(at, null, true).tickets();
    }

    /** A page of the tickets of a customer; empty when it had not signed up by the day asked about. */
    Optional<CustomerTickets> list(FindTickets query, Standpoint at) {
        var seen = seen(at, query.customerId(), true);
        if (!seen.surroundings().isKnown(query.customerId(), at.asOf().day())) {
            return Optional.empty();
        }
        var wanted = seen.tickets().stream()
                .filter(query::wants)
                .sorted(comparing((SeenTicket one) -> one.ticket().begunAt())
                        .reversed()
                        .thenComparing(one -> one.ticket().ticketId()))
                .toList();
        var end = Math.min(wanted.size(), query.after() + query.limit());
        return Optional.of(new CustomerTickets(
                at.asOf().day(),
                at.position(),
                query.customerId(),
                wanted.size(),
                end < wanted.size() ? Question.cursorAfter(end) : null,
                wanted.stream()
                        .skip(query.after())
                        .limit(query.limit())
                        .map(one -> row(one, at))
                        .toList()));
    }

    private static TicketRow row(SeenTicket seen, Standpoint at) {
        var ticket = seen.ticket();
        var settledAt = ticket.settledAt();
        return new TicketRow(
                ticket.ticketId(),
                ticket.matter(),
                seen.level(),
                ticket.feature(),
                ticket.priority(),
                ticket.status(),
                ticket.isSettled(),
                ticket.openedAt(),
                ticket.firstRespondedAt(),
                ticket.resolvedAt(),
                ticket.closedAt(),
                ticket.reopenings(),
                ticket.escalations(),
                Duration.between(ticket.begunAt(), settledAt == null ? at.asOf().end() : settledAt)
                        .toDays(),
                ticket.rating(),
                ticket.userId().isEmpty() ? null : ticket.userId(),
                seen.trained());
    }

    /** What the tickets say; empty when the customer had not signed up by the day asked about. */
    Optional<Support> summary(Query query, Standpoint at) {
        var seen = seen(at, query.customerId(), false);
        if (query.customerId() != null
                && !seen.surroundings().isKnown(query.customerId(), at.asOf().day())) {
            return Optional.empty();
        }
        var wanted = seen.tickets().stream().filter(query::wants).toList();
        return Optional.of(new Counting(query, at, wanted).support());
    }

    /** Counts tickets. */
    private record Counting(Query query, Standpoint at, List<SeenTicket> tickets) {

        Support support() {
            return new Support(
                    at.asOf().day(),
                    at.position(),
                    query.customerId(),
                    query.from(),
                    query.to(),
                    count(SupportPart.TICKETS),
                    count(SupportPart.OPEN),
                    count(SupportPart.UNANSWERED),
                    count(SupportPart.REOPENED),
                    count(SupportPart.ESCALATED),
                    new Support.TicketSpeed(median(SeenTicket::secondsToFirstResponse), count(SupportPart.ANSWERED)),
                    new Support.TicketSpeed(median(SeenTicket::secondsToSettlement), count(SupportPart.SETTLED)),
                    Rate.of(count(SupportPart.RATING_POINTS), count(SupportPart.RATED)),
                    Stream.of(CustomerAge.values()).map(this::age).toList(),
                    months());
        }

        private Support.TicketsOfAge age(CustomerAge age) {
            var subject = subject().with("age", age.word());
            var of = tickets.stream().filter(seen -> seen.age() == age).toList();
            return new Support.TicketsOfAge(
                    age,
                    count(SupportPart.TICKETS, of, subject),
                    share(SupportPart.INTRODUCTORY, of, subject),
                    share(SupportPart.ADVANCED, of, subject));
        }

        private List<Support.TicketsOfMonth> months() {
            var byMonth = new TreeMap<YearMonth, List<SeenTicket>>();
            tickets.forEach(seen -> byMonth.computeIfAbsent(seen.month(), month -> new ArrayList<>())
                    .add(seen));
            var months = new ArrayList<Support.TicketsOfMonth>();
            byMonth.forEach((month, of) -> {
                var subject = subject().with("month", month);
                months.add(new Support.TicketsOfMonth(
                        month.atDay(1),
                        count(SupportPart.TICKETS, of, subject),
                        share(SupportPart.INTRODUCTORY, of, subject),
                        share(SupportPart.ADVANCED, of, subject)));
            });
            return months;
        }

        private Rate share(SupportPart part, List<SeenTicket> of, FigureSubject subject) {
            return Rate.of(count(part, of, subject), count(SupportPart.CLASSIFIED, of, subject));
        }

        private FigureSubject subject() {
            return new FigureSubject().with("to", query.to());
        }

        private Figure count(SupportPart part) {
            return count(part, tickets, subject());
        }

        private Figure count(SupportPart part, List<SeenTicket> of, FigureSubject subject) {
            var text = subject.toString();
            return Figure.of(
                    of.stream().mapToLong(part::counts).sum(),
                    part.figure(),
                    at,
                    "customer",
                    query.customerId(),
                    "subject",
                    text.isEmpty() ? null : text,
                    "from",
                    query.from() == null ? null : query.from().toString());
        }

        private @Nullable BigDecimal median(Function<SeenTicket, @Nullable Long> seconds) {
            var known = tickets.stream()
                    .map(seconds)
                    .filter(Objects::nonNull)
                    .sorted(Comparator.naturalOrder())
                    .toList();
            if (known.isEmpty()) {
                return null;
            }
            var twice = known.get((known.size() - 1) / 2) + known.get(known.size() / 2);
            return BigDecimal.valueOf(twice)
                    .divide(BigDecimal.valueOf(2 * SECONDS_PER_HOUR), PLACES, RoundingMode.HALF_UP);
        }
    }

    @Override
    public Set<String> projections() {
        return Set.of(SupportProjection.NAME);
    }

    @Override
    public Set<String> figures() {
        return SupportPart.figures();
    }

    @Override
    public List<Evidence> evidence(Asked asked) {
        var part = SupportPart.of(asked.figure());
        var subject = asked.subject() == null ? new FigureSubject() : FigureSubject.of(asked.subject());
        var query = new Query(asked.customerId(), asked.from(), subject.day("to"));
        var age = subject.text("age");
        var month = subject.text("month");
        return seen(asked.at(), asked.customerId(), false).tickets().stream()
                .filter(query::wants)
                .filter(seen -> age == null || age.equals(seen.age().word()))
                .filter(seen -> month == null || month.equals(seen.month().toString()))
                .filter(seen -> part.counts(seen) > 0)
                .map(seen -> new Evidence(
                        seen.ticket().ticketId(),
                        part.counts(seen),
                        seen.ticket().positions()))
                .toList();
    }
}
