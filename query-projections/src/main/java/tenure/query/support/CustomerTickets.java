package tenure.query.support;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tenure.query.shared.Page;

/**
 * The tickets of a customer, the latest first.
 *
 * @param position   the log up to here is in the rows
 * @param total      tickets on all pages
 * @param nextCursor asks for the next page; null when this is the last
 */
public record CustomerTickets(
        LocalDate asOf,
        long position,
        String customerId,
        long total,
        @Nullable String nextCursor,
        List<TicketRow> tickets)
        implements Page {

    @Override
    public List<TicketRow> rows() {
        return tickets;
    }

    /**
     * A ticket.
     *
     * @param kind             how-to, defect, request, billing or other
     * @param level            as it was told, or else that of its feature when it was opened: introductory, core or
     *                         advanced; null when neither is known
     * @param status           the last that was told, in the words of the help desk
     * @param settled          whether it is resolved or closed
     * @param openedAt         null when nobody told of its opening
     * @param resolvedAt       null unless it is resolved, and has not been opened again
     * @param closedAt         null unless it is closed, and has not been opened again
     * @param reopened         how often it was opened again
     * @param ageDays          whole days from its opening until it was settled, or until the end of the day asked about
     * @param satisfaction     the last rating, 1 to 5
     * @param requester        id of the user who asked; null when nobody knows
     * @param requesterTrained whether the requester was trained when the ticket was opened: had completed every course
     *                         that was required then, or any course when none was; null without a requester
     */
    public record TicketRow(
            String ticketId,
            String kind,
            @Nullable String level,
            @Nullable String feature,
            String priority,
            String status,
            boolean settled,
            @Nullable Instant openedAt,
            @Nullable Instant firstRespondedAt,
            @Nullable Instant resolvedAt,
            @Nullable Instant closedAt,
            int reopened,
            int escalations,
            long ageDays,
            @Nullable Integer satisfaction,
            @Nullable String requester,
            @Nullable Boolean requesterTrained) {}
}
