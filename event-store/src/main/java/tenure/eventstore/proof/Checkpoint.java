package tenure.eventstore.proof;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What the log was at a moment: whoever has it kept can tell whether the log still begins with it.
 *
 * @param log       name of the log
 * @param position  of the last event, 0 when there was none
 * @param hash      of the batch that ended there
 * @param at        when it was taken, to the second
 * @param lostAfter set when an operator accepted that the log is not what earlier checkpoints say: those that were made
 *                  before this one, for greater positions than this, count no longer
 */
public record Checkpoint(UUID log, long position, Hash hash, Instant at, OptionalLong lostAfter) {

    private static final String ORIGIN = "tenure/";
    private static final Pattern TEXT = Pattern.compile(
            ORIGIN + "([0-9a-f-]{36})\n(\\d{1,19})\n([A-Za-z0-9+/]{43}=)\ntime (\\S+Z)\n(?:lost-after (\\d{1,19})\n)?");

    public Checkpoint {
        at = at.truncatedTo(ChronoUnit.SECONDS);
    }

    /** The end of a log at a moment. */
    static Checkpoint of(LogHead head, Instant at, OptionalLong lostAfter) {
        return new Checkpoint(head.log(), head.position(), head.hash(), at, lostAfter);
    }

    /** The text that is signed. */
    String text() {
        return ORIGIN + log + "\n" + position + "\n" + hash.base64() + "\ntime " + at + "\n"
                + (lostAfter.isPresent() ? "lost-after " + lostAfter.getAsLong() + "\n" : "");
    }

    /**
     * Reads what {@link #text} has written.
     *
     * @throws BadCheckpoint when it is something else
     */
    static Checkpoint parse(String text) {
        var parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new BadCheckpoint("It does not have the form of a checkpoint.");
        }
        try {
            return new Checkpoint(
                    UUID.fromString(parts.group(1)),
                    Long.parseLong(parts.group(2)),
                    Hash.ofBase64(parts.group(3)),
                    Instant.parse(parts.group(4)),
                    parts.group(5) == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(parts.group(5))));
        } catch (RuntimeException e) {
            throw new BadCheckpoint("It does not have the form of a checkpoint.", e);
        }
    }
}
