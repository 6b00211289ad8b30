package tenure.query.history;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tenure.query.shared.Page;

/**
 * A customer's events, newest first.
 *
 * @param position   what was recorded after it did not count
 * @param searchedTo the page looked at all that there is from here on; where little is wanted, that is not everything
 * @param nextCursor asks for older events; null when there are none
 * @param types      names of the customer's first 500 events and of the last 500
 */
public record CustomerHistory(
        LocalDate asOf,
        long position,
        String customerId,
        long searchedTo,
        @Nullable String nextCursor,
        List<String> types,
        List<HistoryEvent> events)
        implements Page {

    @Override
    public List<HistoryEvent> rows() {
        return events;
    }
}
