package tenure.query.shared;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer that is a list, of which this is one page. Whoever accepts {@code text/csv} or {@code application/x-ndjson} gets
 * its rows alone, and the address of the next page in the header {@code Link}.
 */
public interface Page {

    /** Asks for the next page; null on the last. */
    @Nullable String nextCursor();

    /** The rows of this page: records. */
    List<?> rows();
}
