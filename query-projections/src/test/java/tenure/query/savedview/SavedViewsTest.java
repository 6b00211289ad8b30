package tenure.query.savedview;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tenure.query.system.QueryServer;
import tenure.query.system.WrittenEvents;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** People keep ways to look at a page. */
class SavedViewsTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static WrittenEvents log;
    private static QueryServer server;
    private static QueryServer other;

    @BeforeAll
    static void start() {
        log = new WrittenEvents();
        server = QueryServer.over(log, Map.of());
        other = QueryServer.over(log, Map.of());
    }

    @AfterAll
    static void stop() {
        server.close();
        other.close();
        log.close();
    }

    @Test
    void areThereForTheirOwnerOnEveryNodeByName() throws Exception {
        var page = "page-of-own";
        var mine = UUID.randomUUID();
        keep(server, page, UUID.randomUUID(), "ann", "Zebra", "?sort=name", false);
        var kept = keep(server, page, mine, "ann", " Quiet ones ", "?sort=-risk", false);
        assertThat(kept.statusCode()).isEqualTo(200);

        assertThat(names(other, page, "ann")).containsExactly("Quiet ones", "Zebra");
        assertThat(names(other, page, "bob")).isEmpty();
        assertThat(names(other, "another-page", "ann")).isEmpty();
        var view = views(other, page, "ann").get(0);
        assertThat(view.get("id").asString()).isEqualTo(mine.toString());
        assertThat(view.get("search").asString()).isEqualTo("?sort=-risk");
        assertThat(view.get("own").asBoolean()).isTrue();
    }

    @Test
    void areSeenByAllWhenTheyAreSharedButChangedOnlyByTheirOwner() throws Exception {
        var page = "page-of-all";
        var shared = UUID.randomUUID();
        keep(server, page, shared, "ann", "Team", "?a", true);

        assertThat(names(server, page, "bob")).containsExactly("Team");
        assertThat(views(server, page, "bob").get(0).get("own").asBoolean()).isFalse();
        assertThat(code(keep(server, page, shared, "bob", "Mine now", "?b", true)))
                .isEqualTo("409 BELONGS_TO_ANOTHER");
        assertThat(code(send(server, "DELETE", page + "/" + shared, "bob", null)))
                .isEqualTo("409 BELONGS_TO_ANOTHER");
        assertThat(views(server, page, "ann").get(0).get("search").asString()).isEqualTo("?a");
    }

    @Test
    void areReplacedAndRemoved() throws Exception {
        var page = "page-of-changes";
        var id = UUID.randomUUID();
        keep(server, page, id, "ann", "One", "?1", false);
        keep(server, page, id, "ann", "Two", "?2", true);
        assertThat(names(server, page, "ann")).containsExactly("Two");

        assertThat(send(server, "DELETE", page + "/" + id, "ann", null).statusCode())
                .isEqualTo(204);
        assertThat(names(server, page, "ann")).isEmpty();
        assertThat(code(send(server, "DELETE", page + "/" + id, "ann", null))).isEqualTo("404 UNKNOWN_VIEW");
    }

    @Test
    void haveANameOnceHoweverManySaveItAtOnce() throws Exception {
        var page = "page-of-races";
        var saves = IntStream.range(0, 24)
                .<Callable<String>>mapToObj(number -> () -> code(
                        keep(number % 2 == 0 ? server : other, page, UUID.randomUUID(), "ann", "Same", "?", false)))
                .toList();
        var outcomes = new ArrayList<String>();
        try (var racers = Executors.newFixedThreadPool(8)) {
            for (var outcome : racers.invokeAll(saves)) {
                outcomes.add(outcome.get());
            }
        }
        assertThat(new HashSet<>(outcomes)).containsExactlyInAnyOrder("200", "409 NAME_TAKEN");
        assertThat(names(server, page, "ann")).containsExactly("Same");
    }

    @Test
    void areRefusedWhenThereAreTooMany() throws Exception {
        var page = "page-of-many";
        for (int number = 0; number < 100; number++) {
            assertThat(code(keep(server, page, UUID.randomUUID(), "ann", "View " + number, "?", false)))
                    .isEqualTo("200");
        }
        assertThat(code(keep(server, page, UUID.randomUUID(), "ann", "One more", "?", false)))
                .isEqualTo("409 TOO_MANY_VIEWS");
        assertThat(code(keep(server, page, UUID.randomUUID(), "bob", "The first", "?", false)))
                .isEqualTo("200");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":\"\",\"search\":\"\"}",
                "{\"name\":\"   \",\"search\":\"\"}",
                "{\"name\":\"a\\u0000b\",\"search\":\"\"}",
                "{\"name\":\"a\\ud800b\",\"search\":\"\"}",
                "{\"name\":\"no search\"}",
                "{\"name\":7,\"search\":\"\"}",
                "{\"name\":\"a\",\"search\":\"\",\"owner\":\"bob\"}",
                "[]",
                "null",
                "{"
            })
    void areNotKeptOfABodyThatIsNoView(String body) throws Exception {
        var answer = send(server, "PUT", "page-of-mistakes/" + UUID.randomUUID(), "ann", body);
        assertThat(code(answer)).isEqualTo("400 INVALID_PARAMETER");
        assertThat(names(server, "page-of-mistakes", "ann")).isEmpty();
    }

    @Test
    void areNotAskedForUnderNamesThatNobodyCanHave() throws Exception {
        assertThat(send(server, "GET", "Page!", "ann", null).statusCode()).isEqualTo(400);
        assertThat(send(server, "GET", "page", "ann and bob", null).statusCode())
                .isEqualTo(400);
        assertThat(send(server, "DELETE", "page/7", "ann", null).statusCode()).isEqualTo(400);
        assertThat(keep(server, "page", UUID.randomUUID(), "ann", "n".repeat(81), "?", false)
                        .statusCode())
                .isEqualTo(400);
        assertThat(keep(server, "page", UUID.randomUUID(), "ann", "n", "?".repeat(4_001), false)
                        .statusCode())
                .isEqualTo(400);
    }

    private static HttpResponse<String> keep(
            QueryServer at, String page, UUID id, String owner, String name, String search, boolean shared)
            throws IOException, InterruptedException {
        return send(
                at,
                "PUT",
                page + "/" + id,
                owner,
                JSON.writeValueAsString(Map.of("name", name, "search", search, "shared", shared)));
    }

    private static HttpResponse<String> send(QueryServer at, String method, String path, String owner, String body)
            throws IOException, InterruptedException {
        return CLIENT.send(
                HttpRequest.newBuilder(at.url().resolve("/api/v1/saved-views/" + path))
                        .header("Tenure-Actor", owner)
                        .header("Content-Type", "application/json")
                        .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode views(QueryServer at, String page, String reader) throws IOException, InterruptedException {
        return JSON.readTree(send(at, "GET", page, reader, null).body()).get("views");
    }

    private static List<String> names(QueryServer at, String page, String reader)
            throws IOException, InterruptedException {
        var names = new ArrayList<String>();
        views(at, page, reader).forEach(view -> names.add(view.get("name").asString()));
        return names;
    }

    private static String code(HttpResponse<String> answer) {
        var code = answer.body().isEmpty()
                ? ""
                : JSON.readTree(answer.body()).path("code").asString("");
        return (answer.statusCode() + " " + code).strip();
    }
}
