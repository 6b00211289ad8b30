package tenure.benchmark.append;

import tenure.benchmark.event.Samples;
import tenure.benchmark.measure.Callers.Worker;
import tenure.eventstore.Append;
import tenure.eventstore.AppendOutcome.Stored;
import tenure.eventstore.Appender;

/** Decisions on the log, each with the version that its stream is at. */
public final class LogAppends implements Worker {

    private final Appender appender;
    private final int size;
    private final boolean keyed;
    private final Samples samples = new Samples();

    /**
     * A caller of the appender.
     *
     * @param size  events in each append
     * @param keyed whether each append has a key to be remembered
     */
    public LogAppends(Appender appender, int size, boolean keyed) {
        this.appender = appender;
        this.size = size;
        this.keyed = keyed;
    }

    @Override
    public int work() {
        var key = keyed ? samples.key() : null;
        if (!(appender.append(new Append(key, samples.events(size))) instanceof Stored)) {
            throw new IllegalStateException("An append was refused.");
        }
        return size;
    }
}
