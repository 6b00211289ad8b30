package tenure.domain.support.event;

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
                TicketRated {}
