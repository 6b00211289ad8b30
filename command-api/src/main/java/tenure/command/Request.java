package tenure.command;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A command as it came through a door, not yet read.
 *
 * @param command         its name, such as {@code sell-license}
 * @param key             the idempotency key; null when none was sent
 * @param expectedVersion version the stream must be at; null when any will do
 * @param dryRun          whether it is only to be decided, not stored
 */
public record Request(
        String command,
        JsonNode body,
        @Nullable String key,
        Sender sender,
        @Nullable Long expectedVersion,
        boolean dryRun) {

    /** Who sends it, and what it belongs to. */
    public record Sender(String actor, String caller, String correlationId) {
        /** The product itself. */
        public static Sender tenure(String correlationId) {
            return new Sender("tenure", "tenure", correlationId);
        }
    }
}
