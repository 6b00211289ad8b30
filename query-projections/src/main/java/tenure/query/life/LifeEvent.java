package tenure.query.life;

import java.time.Instant;

/**
 * An event in a customer's life.
 *
 * @param position   its place in the log
 * @param occurredAt when it happened, as reported
 * @param event      one of the records of {@code tenure.domain…event}
 */
public record LifeEvent(long position, Instant occurredAt, Object event) implements Chunk.Entry {}
