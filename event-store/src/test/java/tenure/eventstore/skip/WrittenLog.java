package tenure.eventstore.skip;

import java.util.List;

/** A log under test, as a writer sees it. */
interface WrittenLog extends AutoCloseable {

    /** An event about to be appended: one of {@link Happened} and {@link Grew}. */
    record Entry(String customerId, java.time.Instant occurredAt, boolean grew, String filler) {}

    /**
     * Appends all or none to a stream.
     *
     * @param version that the first must get
     * @return whether they are stored
     */
    boolean append(String stream, long version, List<Entry> entries);

    @Override
    void close();
}
