package tenure.eventstore;

import tools.jackson.databind.JsonNode;

/**
 * One step from an older shape of an event to the next. What is stored never changes: the step is taken each time the
 * event is read, so it must be a pure function of the stored JSON, and cheap.
 */
public interface EventUpcaster {

    /** The stored name and revision that this step reads. */
    EventType from();

    /** The name and revision that it yields: the one of today, or one that a further step reads. */
    EventType to();

    /**
     * The payload in its next shape.
     *
     * @param payload a tree that the step may change and return
     */
    JsonNode upcast(JsonNode payload);
}
