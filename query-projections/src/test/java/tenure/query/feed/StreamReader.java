package tenure.query.feed;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads server-sent events as the standard says: lines into messages, the last id kept whatever a message holds. */
final class StreamReader implements AutoCloseable {

    /** A message; one without data is none to a browser, and only moves the id. */
    record Message(@Nullable String id, @Nullable String event, String data) {}

    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpResponse<java.io.InputStream> response;
    private final BufferedReader lines;
    private String lastEventId = "";

    StreamReader(URI address, @Nullable String lastEventId) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address).header("Accept", "text/event-stream");
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        this.response = client.send(request.build(), BodyHandlers.ofInputStream());
        this.lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    }

    int status() {
        return response.statusCode();
    }

    String lastEventId() {
        return lastEventId;
    }

    /** The next message, or null at the end of the stream. */
    @Nullable Message next() throws IOException {
        String id = null;
        String event = null;
        var data = new ArrayList<String>();
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.isEmpty()) {
                if (id != null) {
                    lastEventId = id;
                    return new Message(id, event, String.join("\n", data));
                }
            } else if (line.startsWith("id: ")) {
                id = line.substring(4);
            } else if (line.startsWith("event: ")) {
                event = line.substring(7);
            } else if (line.startsWith("data: ")) {
                data.add(line.substring(6));
            }
        }
        return null;
    }

    /** Reads so many events and returns their positions. */
    List<Long> positions(int events) {
        try {
            var positions = new ArrayList<Long>();
            while (positions.size() < events) {
                var message = next();
                if (message == null) {
                    throw new IllegalStateException("The stream ended after " + positions.size() + " events.");
                }
                if (!message.data().isEmpty()) {
                    positions.add(Long.valueOf(message.id()));
                }
            }
            return positions;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Cuts the connection. */
    @Override
    public void close() {
        client.shutdownNow();
    }
}
