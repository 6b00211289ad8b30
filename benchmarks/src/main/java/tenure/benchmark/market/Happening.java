package tenure.benchmark.market;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened in the market, and its place in the log.
 *
 * @param number  place among all that happened, from 1
 * @param stream  whose history it belongs to
 * @param kind    Axon's name of the aggregate whose stream that is; null for streams of facts
 * @param version place in the stream, from 0
 * @param event   one of the records of the domain
 */
public record Happening(
        long number,
        String stream,
        @Nullable String kind,
        long version,
        @Nullable String customerId,
        @Nullable String userId,
        Object event,
        Instant occurredAt) {}
