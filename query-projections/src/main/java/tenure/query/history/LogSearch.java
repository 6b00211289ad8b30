package tenure.query.history;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tenure.query.shared.Page;

/**
 * Events of the whole log, newest first.
 *
 * @param position   what was recorded after it did not count
 * @param searchedTo the page looked at all that there is from here on; where little is wanted, that is not everything
 * @param nextCursor goes on below {@code searchedTo}; null at the beginning of the log
 */
public record LogSearch(
        LocalDate asOf,
        long position,
        long searchedTo,
        @Nullable String nextCursor,
        List<HistoryEvent> events) implements Page {

    @Override
    public List<HistoryEvent> rows() {
        return events;
    }
}
