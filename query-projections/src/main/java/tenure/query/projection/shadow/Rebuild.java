package tenure.query.projection.shadow;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A view that is being built anew.
 *
 * @param position  the log up to here is in the new one
 * @param perSecond positions a second since it began, or since it went on after a stop; null before there is a pace
 * @param error     why it stands still; null when it goes on
 */
public record Rebuild(
        String projection,
        Instant startedAt,
        long position,
        @Nullable Long perSecond,
        @Nullable String error) {}
