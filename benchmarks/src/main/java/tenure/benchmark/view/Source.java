package tenure.benchmark.view;

import java.sql.SQLException;
import java.util.List;

/** Where a loop reads events from. */
public interface Source {

    /** Position of the last event. */
    long head();

    /** The events in {@code (after, upTo]}, in order, their payloads read. */
    List<Change> page(long after, long upTo) throws SQLException;
}
