package tenure.benchmark.append;

import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import tenure.benchmark.event.Samples;
import tenure.benchmark.measure.Callers.Worker;

/** Messages through Axon's interface for engines, whoever's engine it is; each call is a transaction of its own. */
final class EngineAppends implements Worker {

    private final EventStorageEngine engine;
    private final int size;
    private final Samples samples = new Samples();

    EngineAppends(EventStorageEngine engine, int size) {
        this.engine = engine;
        this.size = size;
    }

    @Override
    public int work() {
        engine.appendEvents(samples.messages(size));
        return size;
    }
}
