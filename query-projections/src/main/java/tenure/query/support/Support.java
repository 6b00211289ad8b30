package tenure.query.support;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tenure.query.shared.Figure;
import tenure.query.shared.Rate;

/**
 * What tickets say of one customer or of all. A ticket belongs to the day on which it was opened. Source: definitions.md
 * §3.7.
 *
 * @param position      the log up to here is in the figures
 * @param customerId    null: all, and tickets of nobody known
 * @param from          first day of opening that counts; null: no bound
 * @param to            first day of opening that does not count any more; null: no bound
 * @param open          neither resolved nor closed
 * @param unanswered    open, and nobody has responded yet
 * @param reopened      opened again at least once
 * @param escalated     escalated at least once
 * @param firstResponse from opening to the first response
 * @param resolution    from opening to being resolved or closed, of those that still are
 * @param satisfaction  ratings added up ÷ tickets rated: 1 is worst, 5 best
 * @param ages          by how long the customer had been one: many introductory tickets are expected in its first 90 days,
 *                      and a risk later
 * @param months        by the month of opening; months without tickets are absent
 */
public record Support(
        LocalDate asOf,
        long position,
        @Nullable String customerId,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        Figure tickets,
        Figure open,
        Figure unanswered,
        Figure reopened,
        Figure escalated,
        TicketSpeed firstResponse,
        TicketSpeed resolution,
        Rate satisfaction,
        List<TicketsOfAge> ages,
        List<TicketsOfMonth> months) {

    /**
     * How long something takes.
     *
     * @param medianHours to four places; null when there is nothing to go by
     * @param tickets     those for which it is known
     */
    public record TicketSpeed(@Nullable BigDecimal medianHours, Figure tickets) {}

    /**
     * Tickets of customers of some age.
     *
     * @param introductory introductory ÷ classified
     * @param advanced     advanced ÷ classified
     */
    public record TicketsOfAge(CustomerAge age, Figure tickets, Rate introductory, Rate advanced) {}

    /**
     * Tickets of a month.
     *
     * @param month        its first day
     * @param introductory introductory ÷ classified
     * @param advanced     advanced ÷ classified; when it rises, that is a good sign
     */
    public record TicketsOfMonth(LocalDate month, Figure tickets, Rate introductory, Rate advanced) {}
}
