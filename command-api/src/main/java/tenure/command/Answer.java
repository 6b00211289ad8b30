package tenure.command;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tenure.command.CommandLedger.Answered;
import tenure.command.CommandLedger.Recorded;

/**
 * What became of a command that was not refused.
 *
 * @param commandId the same for every delivery under one key
 * @param stream    where it went, such as {@code license/acme-crm}
 * @param version   of the stream after it; null when nothing had to change
 * @param position  of its last event in the log; null when nothing had to change or it was a trial
 * @param replayed  whether it was answered before under the same key
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Answer(
        String commandId,
        String stream,
        @Nullable Long version,
        @Nullable Long position,
        List<Event> events,
        @JsonIgnore boolean replayed,
        @JsonIgnore boolean dryRun) {

    /** Header that tells the position of the last event that a request recorded. */
    public static final String POSITION = "Tenure-Position";

    /**
     * One event that was recorded.
     *
     * @param eventId  null in a trial
     * @param position null in a trial
     */
    public record Event(
            String type, @Nullable String eventId, @Nullable Long position) {}

    /** 201 when something was recorded, else 200. */
    public int status() {
        return events.isEmpty() || dryRun ? 200 : 201;
    }

    /** The same, given once more. */
    public Answer again() {
        return new Answer(commandId, stream, version, position, events, true, dryRun);
    }

    static Answer recorded(Prepared prepared, String stream, long version, List<Recorded> events) {
        return new Answer(
                prepared.commandId(), stream, version, events.getLast().position(), eventsOf(events), false, false);
    }

    static Answer unchanged(Prepared prepared) {
        return new Answer(prepared.commandId(), prepared.stream(), null, null, List.of(), false, false);
    }

    static Answer trial(Prepared prepared, List<String> types) {
        List<Event> events =
                types.stream().map(type -> new Event(type, null, null)).toList();
        return new Answer(prepared.commandId(), prepared.stream(), null, null, events, false, true);
    }

    static Answer replayed(Prepared prepared, Answered before) {
        String stream = before.stream();
        Answer same =
                stream == null ? unchanged(prepared) : recorded(prepared, stream, before.version(), before.events());
        return same.again();
    }

    private static List<Event> eventsOf(List<Recorded> recorded) {
        return recorded.stream()
                .map(event -> new Event(event.type(), event.eventId(), event.position()))
                .toList();
    }
}
