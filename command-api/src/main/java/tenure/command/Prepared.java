package tenure.command;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import tenure.command.catalogue.CommandKind;
import tenure.command.catalogue.CommandReader;
import tenure.command.catalogue.StrictJson;
import tenure.command.problem.ProblemException;

/** A command that was read and can be sent. */
record Prepared(Request request, CommandKind kind, Object command, String stream, CommandMetadata metadata) {

    static Prepared of(Request request, CommandKind kind, CommandReader reader, Instant receivedAt) {
        if (kind.isFact() && request.expectedVersion() != null) {
            throw ProblemException.badRequest(
                    "", "NO_VERSION_OF_FACTS", "If-Match is for decisions; a fact is recorded in any case.");
        }
        Object command = reader.read(kind, request.body(), receivedAt);
        String key = request.key() == null ? "auto:" + UUID.randomUUID() : request.key();
        String hash = request.key() == null
                ? null
                : HexFormat.of().formatHex(Sha256.of(kind.name() + "\n" + StrictJson.canonical(request.body())));
        var sender = request.sender();
        var metadata = new CommandMetadata(
                sender.actor(),
                sender.caller(),
                key,
                hash,
                sender.correlationId(),
                idOf(sender.caller(), key),
                request.expectedVersion());
        return new Prepared(request, kind, command, kind.streamOf(command), metadata);
    }

    String commandId() {
        return metadata.causationId();
    }

    /** Whether the client gave it a key. */
    boolean hasKey() {
        return request.key() != null;
    }

    /** Whether its key is used up with it. A trial leaves nothing behind. */
    boolean isKeyed() {
        return hasKey() && !request.dryRun();
    }

    /** The same key gives the same id, so that a repeated command gets the same answer. A UUID of version 8. */
    private static String idOf(String caller, String key) {
        byte[] hash = Sha256.of(caller + "\n" + key);
        hash[6] = (byte) ((hash[6] & 0x0f) | 0x80);
        hash[8] = (byte) ((hash[8] & 0x3f) | 0x80);
        var bytes = ByteBuffer.wrap(hash);
        return new UUID(bytes.getLong(), bytes.getLong()).toString();
    }
}
