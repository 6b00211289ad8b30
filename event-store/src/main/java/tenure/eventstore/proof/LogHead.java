package tenure.eventstore.proof;

import java.util.UUID;

/**
 * The end of the log, as its one row tells it, and the batch that ends there.
 *
 * @param log            names this log and no other
 * @param position       of the last event, 0 when there is none
 * @param recordedMicros of the last batch, since 1970; 0 when there is none
 * @param hash           of the last batch
 */
public record LogHead(UUID log, long position, long recordedMicros, Hash hash) {}
