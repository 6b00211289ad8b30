package tenure.benchmark.view;

import java.util.List;

/** Something that is built from events. */
public interface View {

    /** Takes in the next events, within the transaction of the thread. */
    void apply(List<Change> page);

    /** Takes back everything. */
    default void clear() {}

    /** Writes what was kept in memory until now. */
    default void finish() throws Exception {}
}
