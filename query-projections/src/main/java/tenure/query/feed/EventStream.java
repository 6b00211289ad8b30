package tenure.query.feed;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tenure.query.shared.cloudevents.CloudEvent;
import tenure.query.shared.cloudevents.EventFilter;
import tenure.query.shared.cloudevents.EventPages;
import tools.jackson.databind.json.JsonMapper;

/**
 * One reader's stream of server-sent events. It holds a chunk of events at most and writes them on the thread of the
 * request, so a reader that does not read holds up nobody but itself until the server's write time-out cuts it off.
 */
final class EventStream {

    /** Proxies and readers take a connection for dead that is silent for longer than this or some multiple of it. */
    private static final long HEARTBEAT_SECONDS = 15;

    /** Positions without a wanted event after which a reader is told how far the stream has come. */
    private static final long SILENT_STRETCH = 10_000;

    private static final int RECONNECT_MILLIS = 3_000;

    private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);

    private final EventPages pages;
    private final Followers followers;
    private final JsonMapper json;
    private final EventFilter filter;
    private final OutputStream out;

    private long reached;
    private long told;
    private long lastWritten;

    /** A stream that goes on behind a position. */
    EventStream(
            EventPages pages, Followers followers, JsonMapper json, EventFilter filter, long after, OutputStream out) {
        this.pages = pages;
        this.followers = followers;
        this.json = json;
        this.filter = filter;
        this.out = out;
        this.reached = after;
        this.told = after;
    }

    /**
     * Writes until the server stops or the database cannot be read; then the reader comes back by itself.
     *
     * @throws IOException when the reader has gone or does not read
     */
    void run() throws IOException {
        write("retry: " + RECONNECT_MILLIS + "\n\n");
        try {
            while (followers.isRunning()) {
                var page = pages.after(reached, filter, EventPages.CHUNK);
                if (page.head() < reached) {
                    return;
                }
                reached = page.reached();
                write(page.events());
                if (reached - told >= SILENT_STRETCH) {
                    tellProgress();
                }
                if (page.isLast()) {
                    rest(page);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warn("A stream of events ends at position {}: {}", reached, e.toString());
        }
    }

    private void write(Iterable<CloudEvent> events) throws IOException {
        var text = new StringBuilder();
        for (var event : events) {
            text.append("id: ").append(event.position()).append("\nevent: ").append(event.type());
            json.writeValueAsString(event)
                    .lines()
                    .forEach(line -> text.append("\ndata: ").append(line));
            text.append("\n\n");
            told = event.position();
        }
        if (!text.isEmpty()) {
            write(text.toString());
        }
    }

    private void rest(EventPages.Page last) throws IOException {
        var due = lastWritten + TimeUnit.SECONDS.toNanos(HEARTBEAT_SECONDS) - System.nanoTime();
        if (due <= 0) {
            tellProgress();
        } else {
            followers.await(last, TimeUnit.NANOSECONDS.toMillis(due) + 1);
        }
    }

    /** An id without data is no event to the reader, but it is what the reader will say when it comes back. */
    private void tellProgress() throws IOException {
        write(": alive\nid: " + reached + "\n\n");
        told = reached;
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
        lastWritten = System.nanoTime();
    }
}
