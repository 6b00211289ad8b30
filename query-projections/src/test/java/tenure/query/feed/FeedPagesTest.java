package tenure.query.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static tenure.query.system.WrittenEvents.REGISTERED;
import static tenure.query.system.WrittenEvents.SOLD;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tenure.query.system.QueryServer;
import tenure.query.system.WrittenEvents;
import tools.jackson.databind.json.JsonMapper;

/** The feed in pages, over HTTP. */
class FeedPagesTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final WrittenEvents log = new WrittenEvents();
    private final QueryServer server = QueryServer.over(log, Map.of());
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void stop() {
        client.close();
        server.close();
        log.close();
    }

    @Test
    void holdEverythingOnceAndInOrderWhileOthersWrite() throws Exception {
        var writers = 4;
        var each = 250;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, writers)
                    .forEach(writer -> threads.submit(() -> {
                        for (int i = 0; i < each; i++) {
                            log.write(SOLD, "C-" + writer);
                        }
                    }));

            assertThat(SeenEvents.problems(readAll(writers * each, 0), writers * each))
                    .isEmpty();
        }

        assertThat(SeenEvents.problems(readAll(writers * each, 1), writers * each))
                .as("going on a position too far is noticed")
                .isNotEmpty();
        assertThat(SeenEvents.problems(readAll(writers * each, -1), writers * each))
                .as("going on a position too early is noticed")
                .isNotEmpty();
    }

    /** Follows the links to a position; an error is added to the place from which each page but the first begins. */
    private List<Long> readAll(long last, int error) throws Exception {
        var positions = new ArrayList<Long>();
        var next = "/api/v1/events?limit=7&wait=5";
        long reached = 0;
        while (reached < last) {
            var page = get(next);
            positions.addAll(positions(page));
            reached = Long.parseLong(header(page, "Tenure-Position"));
            next = next(page).replace("after=" + reached + "&", "after=" + (reached + error) + "&");
        }
        return positions;
    }

    @Test
    void endEarlyWhereEventsAreLargeAndSkipNothing() throws Exception {
        var wanted = new ArrayList<Long>();
        for (long position = 1; position <= 40; position += 2) {
            wanted.add(position);
            log.writeLarge(SOLD, "C-1", 200_000);
            log.writeLarge(REGISTERED, "C-2", 200_000);
        }

        for (var query : List.of("", "&type=license.sold", "&customerId=C-1&type=license.sold")) {
            var seen = new ArrayList<Long>();
            var page = get("/api/v1/events?limit=500" + query);
            while (!header(page, "Tenure-Position").equals(header(page, "Tenure-Log-Position"))) {
                assertThat(page.body().length()).as(query).isBetween(1 << 20, (1 << 20) + 300_000);
                seen.addAll(positions(page));
                page = get(next(page));
            }
            seen.addAll(positions(page));

            if (query.isEmpty()) {
                assertThat(SeenEvents.problems(seen, 40)).isEmpty();
            } else {
                assertThat(seen).as(query).isEqualTo(wanted);
            }
        }
        try (var stream = new StreamReader(URI.create(server.url() + "/api/v1/events?type=license.sold"), null)) {
            assertThat(stream.positions(wanted.size())).isEqualTo(wanted);
        }
    }

    @Test
    void areCloudEvents() throws Exception {
        log.write(SOLD, "C-1");

        var page = get("/api/v1/events");

        assertThat(header(page, "Content-Type")).isEqualTo("application/cloudevents-batch+json");
        var event = JSON.readTree(page.body()).get(0);
        assertThat(event.get("specversion").asString()).isEqualTo("1.0");
        assertThat(event.get("id").asString()).hasSize(36);
        assertThat(event.get("source").asString()).startsWith("urn:tenure:log:");
        assertThat(event.get("type").asString()).isEqualTo(SOLD);
        assertThat(event.get("subject").asString()).isEqualTo("customer/C-1");
        assertThat(event.get("time").asString()).isEqualTo("2024-05-01T12:00:00Z");
        assertThat(event.get("datacontenttype").asString()).isEqualTo("application/json");
        assertThat(event.get("position").asLong()).isEqualTo(1);
        assertThat(event.get("stream").asString()).isEqualTo("customer/C-1");
        assertThat(event.get("version").asLong()).isZero();
        assertThat(event.get("actor").asString()).isEqualTo("actor");
        assertThat(event.get("correlationid").asString()).isEqualTo("correlation");
        assertThat(event.get("causationid").asString()).isEqualTo("causation");
        assertThat(event.get("data").toString()).isEqualTo("{\"text\":\"of customer/C-1\"}");
        assertThat(event.propertyNames()).allMatch(name -> name.matches("[a-z0-9]+"));
    }

    @Test
    void holdOnlyTheTypesAndTheCustomerThatAreWanted() throws Exception {
        log.write(REGISTERED, "C-1");
        log.write(REGISTERED, "C 2");
        log.write(SOLD, "C-1");
        log.write(SOLD, "C 2");
        log.write("customer.churned", "C-1");

        assertThat(positions(get("/api/v1/events?type=license.sold"))).containsExactly(3L, 4L);
        assertThat(positions(get("/api/v1/events?type=license.sold&type=customer.churned")))
                .containsExactly(3L, 4L, 5L);
        assertThat(positions(get("/api/v1/events?customerId=C-1"))).containsExactly(1L, 3L, 5L);
        assertThat(positions(get("/api/v1/events?customerId=C-1&type=license.sold")))
                .containsExactly(3L);
        assertThat(positions(get("/api/v1/events?customerId=nobody"))).isEmpty();

        var first = get("/api/v1/events?customerId=C%202&type=license.sold&type=customer.registered&limit=1");
        assertThat(positions(first)).containsExactly(2L);
        assertThat(positions(get(next(first)))).containsExactly(4L);
    }

    @Test
    void areEmptyAtTheEndAndSayFromWhereToGoOn() throws Exception {
        log.write(REGISTERED, "C-1");
        var end = get("/api/v1/events?after=1");

        assertThat(end.body()).isEqualTo("[]");
        assertThat(header(end, "Tenure-Position")).isEqualTo("1");
        log.write(REGISTERED, "C-2");
        assertThat(positions(get(next(end)))).containsExactly(2L);

        assertThat(header(get("/api/v1/events?type=license.sold"), "Tenure-Position"))
                .as("what nobody wants need not be looked at again")
                .isEqualTo("2");
    }

    @Test
    void boundTheWorkWhereTheWantedTypeIsRare() throws Exception {
        log.write(REGISTERED, "C-1");
        log.write(SOLD, "C-1");
        log.database().jdbc().sql("""
                with copied as (
                    insert into eventstore.event
                    select 2 + n, stream_no, version + 1 + n, gen_random_uuid(), type_id, occurred_at, recorded_at, customer_id,
                           user_id, correlation_id, causation_id, command_key, actor, payload, metadata, leaf
                    from eventstore.event, generate_series(1, 700000) n where position = 1)
                update eventstore.log_head set position = 700002
                """).update();

        var page = get("/api/v1/events?type=license.sold&after=2");

        assertThat(page.body()).isEqualTo("[]");
        assertThat(Long.parseLong(header(page, "Tenure-Position"))).isBetween(100_000L, 700_001L);
        assertThat(header(page, "Tenure-Log-Position")).isEqualTo("700002");
        try (var stream = new StreamReader(URI.create(server.url() + "/api/v1/events?type=license.sold"), null)) {
            assertThat(stream.positions(1)).containsExactly(2L);
            var progress = stream.next();
            assertThat(progress.data()).isEmpty();
            assertThat(Long.parseLong(progress.id()))
                    .as("a reader of a rare type is told how far it came")
                    .isGreaterThan(10_000);
        }
    }

    @Test
    void canBeWaitedFor() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<List<Long>> waiting = () -> positions(get("/api/v1/events?type=license.sold&wait=20"));
            var waiter = threads.submit(waiting);
            log.write(REGISTERED, "C-1");
            log.write(SOLD, "C-1");

            assertThat(waiter.get()).containsExactly(2L);
        }
    }

    @Test
    void areRefusedWhenTheQuestionIsWrong() throws Exception {
        assertRefused("nonsense=1", 400, "UNKNOWN_PARAMETER");
        assertRefused("asOf=2024-01-01", 400, "UNKNOWN_PARAMETER");
        assertRefused("typ=license.sold", 400, "Did you mean 'type'");
        assertRefused("type=licence.sold", 400, "Did you mean 'license.sold'");
        assertRefused("type=customer.registered&type=nothing", 400, "UNKNOWN_TYPE");
        assertRefused("after=-1", 400, "INVALID_NUMBER");
        assertRefused("after=1&after=2", 400, "REPEATED");
        assertRefused("limit=501", 400, "INVALID_NUMBER");
        assertRefused("wait=21", 400, "INVALID_NUMBER");
        assertRefused("after=4711", 410, "POSITION_BEYOND_LOG");
    }

    private void assertRefused(String query, int status, String says) throws Exception {
        var answer = get("/api/v1/events?" + query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains(says);
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(server.url() + path)).build(), BodyHandlers.ofString());
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElseThrow();
    }

    private static String next(HttpResponse<?> page) {
        return header(page, "Link").replaceAll("<(.*)>; rel=\"next\"", "$1");
    }

    private static List<Long> positions(HttpResponse<String> page) {
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        return JSON.readTree(page.body())
                .valueStream()
                .map(event -> event.get("position").asLong())
                .toList();
    }
}
