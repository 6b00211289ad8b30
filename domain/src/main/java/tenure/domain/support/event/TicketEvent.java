package tenure.domain.support.event;

import org.jspecify.annotations.Nullable;

/** Everything that is told of a support ticket. */
public sealed interface TicketEvent
        permits TicketOpened,
                TicketClassified,
                TicketFirstResponded,
                TicketStatusChanged,
                TicketEscalated,
                TicketResolved,
                TicketReopened,
                TicketClosed,
                TicketRated {
    /** The ticket. */
    String ticketId();

    /** Whose ticket it is; null when nobody knew. */
    @Nullable String customerId();

    /** Id of the event that this one replaces; null when it replaces none. */
    @Nullable String corrects();
}
