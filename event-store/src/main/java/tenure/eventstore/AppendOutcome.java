package tenure.eventstore;

import java.time.Instant;

/** What became of an {@link Append}. Only {@link Stored} changed the log. */
public sealed interface AppendOutcome {

    /**
     * The events have their places.
     *
     * @param firstPosition position of the first event; the others follow without a gap
     * @param versions      version of each event in its stream, in order
     * @param recordedAt    the database's time of the batch
     */
    record Stored(long firstPosition, long[] versions, Instant recordedAt) implements AppendOutcome {}

    /** A stream had moved on: the decision was made on an old state. */
    record Conflict() implements AppendOutcome {}

    /** A command with this key was answered before. */
    record KeyRepeated() implements AppendOutcome {}

    /** An event with one of the ids is in the log already. */
    record EventRepeated() implements AppendOutcome {}
}
