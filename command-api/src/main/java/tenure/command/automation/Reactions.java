package tenure.command.automation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How far the automations have read the log, and what they could not digest. Implemented over the event store. */
public interface Reactions {

    /**
     * How far they are.
     *
     * @param position  of the last event of the log that is behind them; events that do not concern them count as such
     * @param lagEvents events of the log behind it
     */
    record Progress(long position, long lagEvents) {}

    /**
     * An event that is put aside, with all later ones of its customer.
     *
     * @param sequence the customer, or what else the event belongs to
     * @param error    what the automation said; null when the event only waits behind another one
     */
    record Parked(String sequence, long position, @Nullable String error) {}

    /** How far they are. */
    Progress progress();

    /** How many events are parked. */
    long parkedEvents();

    /** The first events that are parked. */
    List<Parked> parked(int limit);

    /** Tries everything that is parked once more. Returns how many events are parked still. */
    long retryParked();
}
