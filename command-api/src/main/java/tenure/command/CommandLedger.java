package tenure.command;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tenure.domain.shared.Fact;

/** What the log knows of commands and their keys. Implemented over the event store. */
public interface CommandLedger {

    /** What was answered before under these keys of this caller; keys never seen are absent. */
    Map<String, Answered> find(String caller, Collection<String> keys);

    /**
     * Begins to record facts, in as few calls of the database as possible. They come before whatever is sent to the log
     * from now on, so a decision that follows need not wait for them.
     */
    Recording record(List<FactToRecord> facts);

    /** Facts on their way into the log. */
    interface Recording {
        /**
         * Waits until the fact at that place is stored or refused. A repeated key is an outcome; an exception is about this
         * fact alone, whatever became of its neighbours.
         */
        Outcome outcome(int index);
    }

    /**
     * Remembers a command that changed nothing, so that its key answers the same for ever.
     *
     * @throws KeyAlreadyUsed when the key has an answer already
     */
    void rememberUnchanged(CommandMetadata metadata);

    /**
     * An answer given before.
     *
     * @param stream  null when nothing was recorded
     * @param version -1 when nothing was recorded
     */
    record Answered(String requestHash, @Nullable String stream, long version, List<Recorded> events) {}

    /** One event of an answer. */
    record Recorded(String type, String eventId, long position) {}

    /** A fact and who told it. */
    record FactToRecord(Fact fact, CommandMetadata metadata) {}

    /** What became of a fact. */
    sealed interface Outcome {
        /** It is stored. */
        record Stored(String stream, long version, List<Recorded> events) implements Outcome {}

        /** Its key has an answer already; nothing was stored. */
        record KeyRepeated(Answered answered) implements Outcome {}
    }
}
