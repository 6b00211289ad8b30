package tenure.eventstore;

/**
 * The stored name of an event.
 *
 * @param name     what the log calls it for ever, for example {@code license.sold}
 * @param revision shape of its payload, from 1
 */
public record EventType(String name, int revision) {

    @Override
    public String toString() {
        return name + "." + revision;
    }
}
