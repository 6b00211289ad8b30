package tenure.query.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static tenure.query.system.WrittenEvents.REGISTERED;
import static tenure.query.system.WrittenEvents.SOLD;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tenure.query.system.QueryServer;
import tenure.query.system.WrittenEvents;
import tools.jackson.databind.JsonNode;

/** Events reach those who want them, signed and in order, whatever their receivers do. */
class WebhooksTest {

    private static final Map<String, String> LOCAL =
            Map.of("tenure.webhooks.allow-http", "true", "tenure.webhooks.allow-private-networks", "true");
    private static final RetrySchedule QUICK = new RetrySchedule(List.of(Duration.ofMillis(20), Duration.ofMillis(30)));

    private static WrittenEvents log;
    private static QueryServer server;
    private static Hooks hooks;

    @BeforeAll
    static void start() {
        log = new WrittenEvents();
        server = QueryServer.over(log, LOCAL, QUICK);
        hooks = new Hooks(server.url());
    }

    @AfterAll
    static void stop() {
        server.close();
        log.close();
    }

    @Test
    void bringEachEventOnceInOrderAndSigned() {
        try (var receiver = Receiver.content()) {
            log.write(SOLD, "signed");
            var created = hooks.create(receiver, "signed");
            var secret = Hooks.secret(created);
            assertThat(secret).startsWith("whsec_");
            assertThat(hooks.status(Hooks.id(created)).toString()).doesNotContain(secret);
            for (int i = 0; i < 20; i++) {
                log.write(i % 2 == 0 ? SOLD : REGISTERED, "signed");
                log.write(SOLD, "somebody else");
            }

            await().untilAsserted(() -> assertThat(receiver.messages()).hasSize(20));
            assertThat(receiver.positions()).isSorted().doesNotHaveDuplicates();
            assertThat(receiver.messages()).allSatisfy(message -> {
                assertThat(message.isSignedBy(secret)).isTrue();
                assertThat(message.isSignedBy(SigningSecret.make()))
                        .as("another secret")
                        .isFalse();
                assertThat(message.contentType()).isEqualTo("application/cloudevents+json");
                assertThat(message.event().get("subject").asString()).isEqualTo("customer/signed");
                assertThat(message.id()).endsWith("_" + message.position());
            });
        }
    }

    @Test
    void tryAgainUnderTheSameIdUntilTheReceiverTakesTheEvent() {
        try (var receiver =
                new Receiver((exchange, number) -> exchange.sendResponseHeaders(number <= 2 ? 500 : 200, -1))) {
            var id = Hooks.id(hooks.create(receiver, "again"));
            log.write(SOLD, "again");
            log.write(REGISTERED, "again");

            await().untilAsserted(() -> assertThat(hooks.deliveries(id)).hasSize(2));
            var messages = receiver.messages();
            assertThat(messages).hasSize(4);
            assertThat(messages.subList(0, 3))
                    .extracting(Receiver.Message::id)
                    .containsOnly(messages.getFirst().id());
            assertThat(messages.getLast().position())
                    .isGreaterThan(messages.getFirst().position());
            var delivery = hooks.deliveries(id).get(1);
            assertThat(delivery.get("status").asString()).isEqualTo("delivered");
            assertThat(delivery.get("attempts").asInt()).isEqualTo(3);
            assertThat(delivery.get("responseStatus").asInt()).isEqualTo(200);
        }
    }

    @Test
    void holdUpNobodyButTheReceiverThatFails() {
        try (var broken = new Receiver((exchange, number) -> {
                    exchange.getResponseHeaders().set("Retry-After", "3600");
                    exchange.sendResponseHeaders(503, -1);
                });
                var sound = Receiver.content()) {
            var id = Hooks.id(hooks.create(broken, "both"));
            hooks.create(sound, "both");
            log.write(SOLD, "both");
            log.write(SOLD, "both");

            await().untilAsserted(() -> assertThat(sound.messages()).hasSize(2));
            await().untilAsserted(() -> assertThat(hooks.deliveries(id)).hasSize(1));
            assertThat(broken.messages())
                    .as("the second waits behind the first")
                    .hasSize(1);
            var delivery = hooks.deliveries(id).get(0);
            assertThat(delivery.get("status").asString()).isEqualTo("pending");
            assertThat(Duration.between(
                            java.time.Instant.parse(delivery.get("lastTriedAt").asString()),
                            java.time.Instant.parse(
                                    delivery.get("nextAttemptAt").asString())))
                    .as("the receiver asked for an hour")
                    .isBetween(Duration.ofMinutes(59), Duration.ofMinutes(61));

            hooks.json("POST", "/" + id + "/deliveries/" + delivery.get("id") + "/retry", "");
            await().untilAsserted(() -> assertThat(broken.messages()).hasSize(2));
        }
    }

    @Test
    void endWhenTheReceiverIsGone() {
        try (var receiver = new Receiver((exchange, number) -> exchange.sendResponseHeaders(410, -1))) {
            var id = Hooks.id(hooks.create(receiver, "gone"));
            log.write(SOLD, "gone");

            await().untilAsserted(() ->
                    assertThat(hooks.status(id).get("enabled").asBoolean()).isFalse());
            assertThat(hooks.status(id).get("disabledReason").asString()).contains("410");
            assertThat(receiver.messages()).hasSize(1);
        }
    }

    @Test
    void endAfterTheLastAttemptAndGoOnWithTheSameEventOnceEnabled() {
        try (var receiver =
                new Receiver((exchange, number) -> exchange.sendResponseHeaders(number <= 3 ? 500 : 200, -1))) {
            var id = Hooks.id(hooks.create(receiver, "last"));
            log.write(SOLD, "last");
            log.write(SOLD, "last");
            await().untilAsserted(() ->
                    assertThat(hooks.status(id).get("enabled").asBoolean()).isFalse());
            assertThat(hooks.status(id).get("disabledReason").asString()).contains("last of 3 attempts");
            assertThat(receiver.messages()).hasSize(3);
            assertThat(hooks.deliveries(id).get(0).get("status").asString()).isEqualTo("failed");

            hooks.json("PATCH", "/" + id, "{\"enabled\":true}");

            await().untilAsserted(() -> assertThat(receiver.messages()).hasSize(5));
            assertThat(new HashSet<>(receiver.positions())).hasSize(2);
            assertThat(receiver.positions()).isSorted();
        }
    }

    @Test
    void bringEachEventOnceFromTwoNodes() {
        try (var other = QueryServer.over(log, LOCAL, QUICK);
                var receiver = Receiver.content()) {
            var created = new Hooks(other.url()).create(receiver, "two nodes");
            for (int i = 0; i < 200; i++) {
                log.write(SOLD, "two nodes");
            }

            await().untilAsserted(() -> assertThat(receiver.messages()).hasSizeGreaterThanOrEqualTo(200));
            await().untilAsserted(() -> assertThat(lastDelivered(Hooks.id(created)))
                    .isEqualTo(receiver.positions().getLast()));
            assertThat(receiver.positions()).hasSize(200).isSorted().doesNotHaveDuplicates();
        }
    }

    private static long lastDelivered(String id) {
        return hooks.deliveries(id).path(0).path("position").asLong(0);
    }

    @Test
    void goOnWhereAnotherNodeStopped() {
        try (var receiver = Receiver.content()) {
            try (var first = QueryServer.over(log, LOCAL, QUICK)) {
                new Hooks(first.url()).create(receiver, "stopped");
                log.writeMany(SOLD, "stopped", 500);
                await().until(() -> receiver.messages().size() > 20);
            }

            await().untilAsserted(() ->
                    assertThat(new HashSet<>(receiver.positions())).hasSize(500));
            assertThat(receiver.positions()).as("at least once, and in order").isSorted();
            assertThat(receiver.messages().size())
                    .as("what was in flight may come again")
                    .isLessThanOrEqualTo(501);
        }
    }

    @Test
    void areSignedByBothSecretsWhileTheReceiverChangesOver() {
        try (var receiver = Receiver.content()) {
            var created = hooks.create(receiver, "rotated");
            hooks.json("POST", "/" + Hooks.id(created) + "/rotate-secret", "");
            var rotated = hooks.json("POST", "/" + Hooks.id(created) + "/rotate-secret", "");
            log.write(SOLD, "rotated");

            await().untilAsserted(() -> assertThat(receiver.messages()).hasSize(1));
            var message = receiver.messages().getFirst();
            assertThat(message.isSignedBy(Hooks.secret(created)))
                    .as("however often it was rotated meanwhile")
                    .isTrue();
            assertThat(message.isSignedBy(rotated.get("secret").asString())).isTrue();

            log.database()
                    .jdbc()
                    .sql("update query.webhook set old_until = clock_timestamp() - interval '1 second'")
                    .update();
            log.write(SOLD, "rotated");
            await().untilAsserted(() -> assertThat(receiver.messages()).hasSize(2));
            assertThat(receiver.messages().getLast().isSignedBy(Hooks.secret(created)))
                    .as("a day later")
                    .isFalse();
        }
    }

    @Test
    void canBeTestedSentOnceMoreTakenBackDisabledAndDeleted() {
        try (var receiver = Receiver.content()) {
            var id = Hooks.id(hooks.create(receiver, "by hand"));
            var test = hooks.json("POST", "/" + id + "/test", "");
            assertThat(test.get("status").asString()).isEqualTo("delivered");
            assertThat(receiver.messages().getFirst().event().get("type").asString())
                    .isEqualTo("webhook.test");

            log.write(SOLD, "by hand");
            await().untilAsserted(() -> assertThat(hooks.deliveries(id)).hasSize(2));
            var delivery = hooks.deliveries(id).get(0);
            var again = hooks.json("POST", "/" + id + "/deliveries/" + delivery.get("id") + "/retry", "");
            assertThat(again.get("attempts").asInt()).isEqualTo(2);
            assertThat(receiver.messages())
                    .extracting(Receiver.Message::id)
                    .endsWith(
                            delivery.get("messageId").asString(),
                            delivery.get("messageId").asString());

            hooks.json("PATCH", "/" + id, "{\"after\":0}");
            await().untilAsserted(() -> assertThat(receiver.messages()).hasSize(4));

            assertThat(hooks.json("PATCH", "/" + id, "{\"enabled\":false}")
                            .get("enabled")
                            .asBoolean())
                    .isFalse();
            log.write(SOLD, "by hand");
            assertThat(hooks.send("DELETE", "/" + id, "").statusCode()).isEqualTo(204);
            assertThat(hooks.send("GET", "/" + id, "").statusCode()).isEqualTo(404);
            assertThat(receiver.messages()).hasSize(4);
        }
    }

    @Test
    void waitNoMoreForAnEventThatWasLeftOut() {
        try (var receiver = new Receiver((exchange, number) -> {
            exchange.getResponseHeaders().set("Retry-After", "3600");
            exchange.sendResponseHeaders(number <= 2 ? 503 : 200, -1);
        })) {
            var id = Hooks.id(hooks.create(receiver, "left out"));
            log.write(SOLD, "left out");
            await().untilAsserted(() -> assertThat(hooks.deliveries(id)).hasSize(1));
            var position = hooks.deliveries(id).get(0).get("position").asLong();

            hooks.json("PATCH", "/" + id, "{\"after\":%d,\"enabled\":false}".formatted(position - 1));
            assertThat(hooks.deliveries(id).get(0).get("status").asString())
                    .as("the control: it is still the next in line")
                    .isEqualTo("pending");
            var sent = retry(id);
            assertThat(sent.get("status").asString())
                    .as("a disabled endpoint tries nothing by itself, so it is sent now")
                    .isEqualTo("failed");
            assertThat(receiver.messages()).hasSize(2);
            setStatus(id, "pending");

            hooks.json("PATCH", "/" + id, "{\"after\":%d}".formatted(position));
            var leftOut = hooks.deliveries(id).get(0);
            assertThat(leftOut.get("status").asString()).isEqualTo("failed");
            assertThat(leftOut.get("error").asString()).contains("left out");
            assertThat(retry(id).get("status").asString()).isEqualTo("delivered");
        }
    }

    private static JsonNode retry(String id) {
        return hooks.json(
                "POST", "/" + id + "/deliveries/" + hooks.deliveries(id).get(0).get("id") + "/retry", "");
    }

    private static void setStatus(String id, String status) {
        log.database()
                .jdbc()
                .sql("update query.webhook_delivery set status = ? where webhook_id = ?")
                .params(status, id)
                .update();
    }

    @Test
    void stayAsTheyAreWhenAChangeIsRefused() {
        try (var receiver = Receiver.content()) {
            log.write(SOLD, "refused");
            var id = Hooks.id(hooks.create(receiver, "refused"));
            hooks.json("PATCH", "/" + id, "{\"enabled\":false}");
            setUrl(id, "http://nowhere.invalid/");
            var before = hooks.status(id);

            var answer = hooks.send("PATCH", "/" + id, "{\"after\":0,\"enabled\":true}");
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("UNKNOWN_HOST");
            assertThat(hooks.status(id)).isEqualTo(before);

            setUrl(id, receiver.url());
            var changed = hooks.json("PATCH", "/" + id, "{\"after\":0,\"enabled\":true}");
            assertThat(changed.get("enabled").asBoolean()).isTrue();
            assertThat(changed.has("disabledReason")
                            && !changed.get("disabledReason").isNull())
                    .isFalse();
            await().untilAsserted(() -> assertThat(receiver.messages()).hasSize(1));
        }
    }

    private static void setUrl(String id, String url) {
        log.database()
                .jdbc()
                .sql("update query.webhook set url = ? where webhook_id = ?")
                .params(url, id)
                .update();
    }

    @Test
    void areRefusedWhenTheRequestIsWrong() {
        assertRefused("{\"url\":\"ftp://127.0.0.1/\"}", "HTTPS_NEEDED");
        assertRefused("{\"url\":\"http://user:secret@127.0.0.1/\"}", "INVALID_URL");
        assertRefused("{\"url\":\"http://a host/\"}", "INVALID_URL");
        assertRefused("{}", "HTTPS_NEEDED");
        assertRefused("{\"url\":\"http://127.0.0.1/\",\"types\":[\"licence.sold\"]}", "license.sold");
        assertRefused("{\"url\":\"http://127.0.0.1/\",\"role\":\"admin\"}", "UNKNOWN_FIELD");
        assertRefused("{\"url\":\"http://127.0.0.1/\",\"after\":99999999}", "OUT_OF_RANGE");
        assertRefused("{\"url\":17}", "MALFORMED_JSON");
        assertRefused("[", "MALFORMED_JSON");
        assertRefused("null", "MALFORMED_JSON");

        var tooLarge = hooks.send("POST", "", "{\"description\":\"" + "x".repeat(16_384) + "\"}");
        assertThat(tooLarge.statusCode()).isEqualTo(413);
        assertThat(tooLarge.body()).contains("TOO_LARGE");
    }

    private static void assertRefused(String body, String says) {
        var answer = hooks.send("POST", "", body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains(says);
    }
}
