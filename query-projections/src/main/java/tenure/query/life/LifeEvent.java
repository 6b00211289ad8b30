package tenure.query.life;

import java.time.Instant;

/**
 * An event in a customer's life.
 *
 * @param position   its place in the log
 * @param occurredAt when it happened, as reported
 * @param delay      how it was recorded as against that
 * @param event      one of the records of {@code tenure.domain…event}
 */
public record LifeEvent(long position, Instant occurredAt, Delay delay, Object event) implements Chunk.Entry {

    /** An event that was recorded in time. */
    public LifeEvent(long position, Instant occurredAt, Object event) {
        this(position, occurredAt, Delay.IN_TIME, event);
    }
}
