package tenure.architecture.violation.eventstore;

import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import tenure.architecture.violation.domain.event.MutableEvent;

/** Knows an event, and an engine that loses everything. */
public class StoreThatKnowsEvents {
    MutableEvent event;
    InMemoryEventStorageEngine engine;
}
