package tenure.command.catalogue;

import java.time.Instant;
import tenure.command.problem.ProblemException;
import tools.jackson.databind.JsonNode;

/** Reads the body of a command strictly: every problem is found and told, nothing is converted. */
public final class CommandReader {

    /**
     * The command in the body, or a 400 with everything that is wrong with it.
     *
     * @param receivedAt taken as {@code occurredAt} when the body has none, unless the command's own day is earlier
     */
    public Object read(CommandKind kind, JsonNode body, Instant receivedAt) {
        var reading = new RecordReading(receivedAt);
        Object command = reading.record(kind.type(), body, "");
        if (command == null || !reading.errors().isEmpty()) {
            throw ProblemException.badRequest(reading.errors());
        }
        return command;
    }
}
