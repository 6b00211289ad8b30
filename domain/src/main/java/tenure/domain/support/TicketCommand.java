package tenure.domain.support;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tenure.domain.customer.CustomerId;
import tenure.domain.shared.Attributed;
import tenure.domain.shared.Code;
import tenure.domain.shared.Described;
import tenure.domain.shared.EventId;
import tenure.domain.shared.InvalidValue;
import tenure.domain.shared.Level;
import tenure.domain.shared.Rating;
import tenure.domain.support.event.TicketClassified;
import tenure.domain.support.event.TicketClosed;
import tenure.domain.support.event.TicketEscalated;
import tenure.domain.support.event.TicketFirstResponded;
import tenure.domain.support.event.TicketOpened;
import tenure.domain.support.event.TicketRated;
import tenure.domain.support.event.TicketReopened;
import tenure.domain.support.event.TicketResolved;
import tenure.domain.support.event.TicketStatusChanged;
import tenure.domain.usage.FeatureName;
import tenure.domain.user.UserId;

/** Everything that can be told of a support ticket, in any order. */
public sealed interface TicketCommand extends Attributed {
    /** The ticket it is about. */
    TicketId ticketId();

    @Override
    default String stream() {
        return ticketId().toString();
    }

    @Override
    default String namedBy() {
        return stream();
    }

    /** Tells that somebody asked the help desk for something. */
    @Described("Tells that somebody asked the help desk for something.")
    record OpenTicket(
            @Described("The ticket.") TicketId ticketId,

            @Described(value = "Its customer; found when left out.", otherwise = "null") @Nullable CustomerId customerId,

            @Described(value = "Who asked.", otherwise = "null") @Nullable UserId userId,

            @Described(value = "What it is about.", otherwise = "\"other\"")
            TicketKind kind,

            @Described(value = "The feature it is about.", otherwise = "null") @Nullable FeatureName feature,

            @Described(value = "How far into the product it leads.", otherwise = "null") @Nullable Level level,

            @Described(value = "How soon it wants an answer.", otherwise = "\"normal\"")
            TicketPriority priority,

            @Described(value = "The status it began with, in the words of your help desk.", otherwise = "\"open\"")
            Code status,

            @Described(value = "Event id of the fact that it replaces.", otherwise = "null") @Nullable EventId corrects,

            @Described(value = "When it happened.", otherwise = Described.RECEIPT_TIME)
            Instant occurredAt)
            implements TicketCommand {
        @Override
        public String namedBy() {
            return userId == null ? stream() : userId.toString();
        }

        @Override
        public TicketOpened event() {
            return new TicketOpened(
                    ticketId.value(),
                    textOf(customerId),
                    userId == null ? null : userId.value(),
                    kind.toString(),
                    textOf(feature),
                    textOf(level),
                    priority.toString(),
                    status.value(),
                    textOf(corrects),
                    occurredAt);
        }

        @Override
        public OpenTicket of(CustomerId customer) {
            return new OpenTicket(
                    ticketId, customer, userId, kind, feature, level, priority, status, corrects, occurredAt);
        }
    }

    /** Tells what a ticket is about. What is left out stays as it was. */
    @Described("Tells what a ticket is about. What is left out stays as it was.")
    record ClassifyTicket(
            @Described("The ticket.") TicketId ticketId,

            @Described(value = "Its customer; found when left out.", otherwise = "null") @Nullable CustomerId customerId,

            @Described(value = "What it is about.", otherwise = "null") @Nullable TicketKind kind,

            @Described(value = "The feature it is about.", otherwise = "null") @Nullable FeatureName feature,

            @Described(value = "How far into the product it leads.", otherwise = "null") @Nullable Level level,

            @Described(value = "Event id of the fact that it replaces.", otherwise = "null") @Nullable EventId corrects,

            @Described(value = "When it happened.", otherwise = Described.RECEIPT_TIME)
            Instant occurredAt)
            implements TicketCommand {
        /** Checks that something is told. */
        public ClassifyTicket {
            if (kind == null && feature == null && level == null) {
                throw new InvalidValue("", "MISSING", "Tell at least one of kind, feature and level.");
            }
        }

        @Override
        public TicketClassified event() {
            return new TicketClassified(
                    ticketId.value(),
                    textOf(customerId),
                    textOf(kind),
                    textOf(feature),
                    textOf(level),
                    textOf(corrects),
                    occurredAt);
        }

        @Override
        public ClassifyTicket of(CustomerId customer) {
            return new ClassifyTicket(ticketId, customer, kind, feature, level, corrects, occurredAt);
        }
    }

    /** Tells that the help desk answered for the first time. */
    @Described("Tells that the help desk answered for the first time.")
    record RecordFirstResponse(
            @Described("The ticket.") TicketId ticketId,

            @Described(value = "Its customer; found when left out.", otherwise = "null") @Nullable CustomerId customerId,

            @Described(value = "Event id of the fact that it replaces.", otherwise = "null") @Nullable EventId corrects,

            @Described(value = "When it happened.", otherwise = Described.RECEIPT_TIME)
            Instant occurredAt)
            implements TicketCommand {
        @Override
        public TicketFirstResponded event() {
            return new TicketFirstResponded(ticketId.value(), textOf(customerId), textOf(corrects), occurredAt);
        }

        @Override
        public RecordFirstResponse of(CustomerId customer) {
            return new RecordFirstResponse(ticketId, customer, corrects, occurredAt);
        }
    }

    /** Tells that a ticket went on to another status. */
    @Described("Tells that a ticket went on to another status.")
    record ChangeTicketStatus(
            @Described("The ticket.") TicketId ticketId,

            @Described(value = "Its customer; found when left out.", otherwise = "null") @Nullable CustomerId customerId,

            @Described("The status it has now, in the words of your help desk.")
            Code status,

            @Described(value = "Event id of the fact that it replaces.", otherwise = "null") @Nullable EventId corrects,

            @Described(value = "When it happened.", otherwise = Described.RECEIPT_TIME)
            Instant occurredAt)
            implements TicketCommand {
        @Override
        public TicketStatusChanged event() {
            return new TicketStatusChanged(
                    ticketId.value(), textOf(customerId), status.value(), textOf(corrects), occurredAt);
        }

        @Override
        public ChangeTicketStatus of(CustomerId customer) {
            return new ChangeTicketStatus(ticketId, customer, status, corrects, occurredAt);
        }
    }

    /** Tells that a ticket was passed on to somebody who can do more. */
    @Described("Tells that a ticket was passed on to somebody who can do more.")
    record EscalateTicket(
            @Described("The ticket.") TicketId ticketId,

            @Described(value = "Its customer; found when left out.", otherwise = "null") @Nullable CustomerId customerId,

            @Described(value = "Event id of the fact that it replaces.", otherwise = "null") @Nullable EventId corrects,

            @Described(value = "When it happened.", otherwise = Described.RECEIPT_TIME)
            Instant occurredAt)
            implements TicketCommand {
        @Override
        public TicketEscalated event() {
            return new TicketEscalated(ticketId.value(), textOf(customerId), textOf(corrects), occurredAt);
        }

        @Override
        public EscalateTicket of(CustomerId customer) {
            return new EscalateTicket(ticketId, customer, corrects, occurredAt);
        }
    }

    /** Tells that the help desk holds the matter for settled. */
    @Described("Tells that the help desk holds the matter for settled.")
    record ResolveTicket(
            @Described("The ticket.") TicketId ticketId,

            @Described(value = "Its customer; found when left out.", otherwise = "null") @Nullable CustomerId customerId,

            @Described(value = "Event id of the fact that it replaces.", otherwise = "null") @Nullable EventId corrects,

            @Described(value = "When it happened.", otherwise = Described.RECEIPT_TIME)
            Instant occurredAt)
            implements TicketCommand {
        @Override
        public TicketResolved event() {
            return new TicketResolved(ticketId.value(), textOf(customerId), textOf(corrects), occurredAt);
        }

        @Override
        public ResolveTicket of(CustomerId customer) {
            return new ResolveTicket(ticketId, customer, corrects, occurredAt);
        }
    }

    /** Tells that the matter was not settled after all. */
    @Described("Tells that the matter was not settled after all.")
    record ReopenTicket(
            @Described("The ticket.") TicketId ticketId,

            @Described(value = "Its customer; found when left out.", otherwise = "null") @Nullable CustomerId customerId,

            @Described(value = "Event id of the fact that it replaces.", otherwise = "null") @Nullable EventId corrects,

            @Described(value = "When it happened.", otherwise = Described.RECEIPT_TIME)
            Instant occurredAt)
            implements TicketCommand {
        @Override
        public TicketReopened event() {
            return new TicketReopened(ticketId.value(), textOf(customerId), textOf(corrects), occurredAt);
        }

        @Override
        public ReopenTicket of(CustomerId customer) {
            return new ReopenTicket(ticketId, customer, corrects, occurredAt);
        }
    }

    /** Tells that nothing more is to come of a ticket. */
    @Described("Tells that nothing more is to come of a ticket.")
    record CloseTicket(
            @Described("The ticket.") TicketId ticketId,

            @Described(value = "Its customer; found when left out.", otherwise = "null") @Nullable CustomerId customerId,

            @Described(value = "Event id of the fact that it replaces.", otherwise = "null") @Nullable EventId corrects,

            @Described(value = "When it happened.", otherwise = Described.RECEIPT_TIME)
            Instant occurredAt)
            implements TicketCommand {
        @Override
        public TicketClosed event() {
            return new TicketClosed(ticketId.value(), textOf(customerId), textOf(corrects), occurredAt);
        }

        @Override
        public CloseTicket of(CustomerId customer) {
            return new CloseTicket(ticketId, customer, corrects, occurredAt);
        }
    }

    /** Tells how content whoever asked is. */
    @Described("Tells how content whoever asked is.")
    record RateTicket(
            @Described("The ticket.") TicketId ticketId,

            @Described(value = "Its customer; found when left out.", otherwise = "null") @Nullable CustomerId customerId,

            @Described("1 is worst, 5 best.") Rating rating,

            @Described(value = "Event id of the fact that it replaces.", otherwise = "null") @Nullable EventId corrects,

            @Described(value = "When it happened.", otherwise = Described.RECEIPT_TIME)
            Instant occurredAt)
            implements TicketCommand {
        @Override
        public TicketRated event() {
            return new TicketRated(ticketId.value(), textOf(customerId), rating.value(), textOf(corrects), occurredAt);
        }

        @Override
        public RateTicket of(CustomerId customer) {
            return new RateTicket(ticketId, customer, rating, corrects, occurredAt);
        }
    }

    private static @Nullable String textOf(@Nullable CustomerId customer) {
        return customer == null ? null : customer.value();
    }

    private static @Nullable String textOf(@Nullable EventId event) {
        return event == null ? null : event.value();
    }

    private static @Nullable String textOf(@Nullable FeatureName feature) {
        return feature == null ? null : feature.value();
    }

    private static @Nullable String textOf(@Nullable Enum<?> word) {
        return word == null ? null : word.toString();
    }
}
