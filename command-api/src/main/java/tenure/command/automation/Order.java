package tenure.command.automation;

import java.time.Instant;
import java.time.LocalDate;
import tools.jackson.databind.node.ObjectNode;

/**
 * A command that follows from an event, to be sent once.
 *
 * @param kind          what it is for, such as {@code task-overdue}
 * @param subject       what it is about; orders about the same are sent one after another, by their moments
 * @param key           the idempotency key of the command: the same for the same order, however often it is given
 * @param command       name of the command, such as {@code mark-task-overdue}
 * @param correlationId what the event belongs to
 * @param dueAt         the moment that it is about
 * @param atOnce        whether it is sent as soon as it can be; otherwise not before its moment, nor before the grace for
 *                      what else may be on its way is over
 */
public record Order(
        String kind,
        String subject,
        String key,
        String command,
        ObjectNode body,
        String correlationId,
        Instant dueAt,
        boolean atOnce) {

    /** An order that follows at once. */
    static Order atOnce(
            String kind, String subject, String key, String command, ObjectNode body, Cause cause, Instant occurredAt) {
        return new Order(kind, subject, key, command, body, cause.correlationId(), occurredAt, true);
    }

    /**
     * An order for a moment.
     *
     * @param nth tells orders of one kind about one subject apart, such as the day that each is about
     */
    static Order at(
            Instant moment, String kind, String subject, LocalDate nth, String command, ObjectNode body, Cause cause) {
        var key = "due:%s:%s:%s".formatted(kind, subject, nth);
        return new Order(kind, subject, key, command, body, cause.correlationId(), moment, false);
    }
}
