package tenure.benchmark.event;

import java.util.stream.IntStream;
import tenure.eventstore.Append;
import tenure.eventstore.AppendOutcome.Stored;
import tenure.eventstore.Appender;

/** Fills a log with events to read. */
public final class History {

    private static final int EVENTS_PER_APPEND = 1_000;

    private History() {}

    /**
     * Appends events to streams that take turns, so that those of one stream lie apart as they do in life.
     *
     * @param kind    of the streams; their names are {@code kind/C-0}, {@code kind/C-1} …
     * @param streams how many
     * @param length  events in each
     */
    public static void append(Appender appender, String kind, int streams, int length) {
        var all = streams * length;
        for (int first = 0; first < all; first += EVENTS_PER_APPEND) {
            var events = IntStream.range(first, Math.min(all, first + EVENTS_PER_APPEND))
                    .mapToObj(i -> Samples.event(kind, customer(i % streams), i / streams))
                    .toList();
            if (!(appender.append(new Append(null, events)) instanceof Stored)) {
                throw new IllegalStateException("An append was refused.");
            }
        }
    }

    /** Name of a stream. */
    public static String stream(String kind, int number) {
        return kind + "/" + customer(number);
    }

    private static String customer(int number) {
        return "C-" + number;
    }
}
