package tenure.query.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static tenure.query.system.WrittenEvents.REGISTERED;
import static tenure.query.system.WrittenEvents.SOLD;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tenure.query.system.QueryServer;
import tenure.query.system.WrittenEvents;

/** The feed as a stream, over HTTP. */
class FeedStreamTest {

    private final WrittenEvents log = new WrittenEvents();
    /** A reader that does not read is given a second, and not the ten of the product. */
    private final QueryServer server = QueryServer.over(log, Map.of("server.tomcat.connection-timeout", "1s"));

    @AfterEach
    void stop() {
        server.close();
        log.close();
    }

    @Test
    void sendsEachEventAsItIsRecorded() throws Exception {
        try (var stream = new StreamReader(events("?type=license.sold"), null)) {
            log.write(REGISTERED, "C-1");
            log.write(SOLD, "C-1");

            var message = stream.next();

            assertThat(message.id()).isEqualTo("2");
            assertThat(message.event()).isEqualTo(SOLD);
            assertThat(message.data()).contains("\"specversion\":\"1.0\"", "\"data\":{\"text\":\"of customer/C-1\"}");
        }
    }

    @Test
    void goesOnWithExactlyTheRestHoweverOftenItIsCut() throws Exception {
        var events = 1_000;
        try (var writer = Executors.newVirtualThreadPerTaskExecutor()) {
            writer.submit(() -> {
                for (int i = 0; i < events; i++) {
                    log.write(SOLD, "C-1");
                }
            });

            assertThat(SeenEvents.problems(readWithCuts(events, 0), events)).isEmpty();
        }

        assertThat(SeenEvents.problems(readWithCuts(events, 1), events))
                .as("a stream that resumes a position too far is noticed")
                .isNotEmpty();
        assertThat(SeenEvents.problems(readWithCuts(events, -1), events))
                .as("a stream that resumes a position too early is noticed")
                .isNotEmpty();
    }

    /** Cuts the stream after a few events, again and again; an error is added to the place where it is resumed. */
    private List<Long> readWithCuts(int events, int error) throws Exception {
        var random = new Random(4711);
        var seen = new ArrayList<Long>();
        long resumed = 0;
        while (resumed < events) {
            var header = seen.isEmpty() ? null : Long.toString(resumed);
            try (var stream = new StreamReader(events("?after=0"), header)) {
                seen.addAll(stream.positions((int) Math.min(2 + random.nextInt(150), events - resumed)));
                var last = Long.parseLong(stream.lastEventId());
                resumed = last == events ? last : last + error;
            }
        }
        return seen;
    }

    @Test
    void cutsOffAReaderThatDoesNotReadAndServesTheOthers() throws Exception {
        var events = 60_000;
        log.writeMany(SOLD, "C-1", events);
        try (var idle = new Socket()) {
            idle.setReceiveBufferSize(4_096);
            idle.connect(new InetSocketAddress("127.0.0.1", server.url().getPort()));
            idle.getOutputStream().write("""
                    GET /api/v1/events HTTP/1.1\r
                    Host: 127.0.0.1\r
                    Accept: text/event-stream\r
                    \r
                    """.getBytes(StandardCharsets.US_ASCII));
            try (var reader = new StreamReader(events("?after=59000"), null)) {
                assertThat(reader.positions(1_000)).hasSize(1_000);
            }

            await().atMost(Duration.ofSeconds(30)).until(() -> isCutOff(idle));
        }
    }

    /** Whoever closes a connection answers what still comes with a reset, and then there is no more writing. */
    private static boolean isCutOff(Socket socket) {
        try {
            socket.getOutputStream().write('x');
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    @Test
    @Timeout(40)
    void endsWhenTheServerStops() throws Exception {
        try (var stream = new StreamReader(events(""), null);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            log.write(SOLD, "C-1");
            assertThat(stream.positions(1)).containsExactly(1L);
            var waiter = threads.submit(() -> get("?after=1&wait=20"));

            server.close();

            assertThat(stream.next())
                    .as("a whole end, and no broken connection")
                    .isNull();
            assertThat(waiter.get()).isIn("[]", "closed");
        }
    }

    private String get(String query) throws InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(events(query)).build(), BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            return "closed";
        }
    }

    @Test
    void isRefusedWhenTheLastIdIsNone() throws Exception {
        for (var wrong : Map.of("x", 400, "4711", 410).entrySet()) {
            try (var stream = new StreamReader(events("?after=0"), wrong.getKey())) {
                assertThat(stream.status()).isEqualTo(wrong.getValue());
            }
        }
    }

    private URI events(String query) {
        return URI.create(server.url() + "/api/v1/events" + query);
    }
}
