package tenure.command.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tenure.command.imports.ItemOutcome.Status;
import tools.jackson.databind.node.JsonNodeFactory;

/** Usage has a door of its own. */
class TwoDoorsSinkTest {

    private final List<String> seen = new ArrayList<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void sendsUsageAfterTheRestOfTheBatchAndPutsTheOutcomesIntoTheOrderOfTheItems() {
        answers("/api/v1/commands", """
                {"items":[{"status":409,"code":"NO","detail":"Because."}]}""");
        answers("/api/v1/usage", """
                {"accepted":2,"repeated":0,"refused":0,"position":7,"problems":[]}""");

        var outcomes =
                sink().send(List.of(item("record-log-on", 1), item("invite-user", 2), item("record-feature-use", 3)));

        assertThat(outcomes)
                .containsExactly(
                        ItemOutcome.of(Status.ACCEPTED),
                        ItemOutcome.refused("NO", "Because."),
                        ItemOutcome.of(Status.ACCEPTED));
        assertThat(seen).containsExactly("""
                        /api/v1/commands {"command":"invite-user","idempotencyKey":"key-2","body":{"userId":"anna"}}
                        """, """
                        /api/v1/usage {"userId":"anna","type":"log-on","messageId":"key-1"}
                        {"userId":"anna","type":"feature-use","messageId":"key-3"}
                        """);
    }

    @Test
    void countsWhatWasThereBeforeAsRepeated() {
        answers("/api/v1/usage", """
                {"accepted":1,"repeated":2,"refused":0,"position":7,"problems":[]}""");

        assertThat(sink().send(List.of(item("record-log-on", 1), item("record-log-on", 2), item("record-log-on", 3))))
                .extracting(ItemOutcome::status)
                .containsExactlyInAnyOrder(Status.ACCEPTED, Status.REPEATED, Status.REPEATED);
    }

    @Test
    void sendsUsageAgainThatWasNotTakenSoThatNoneIsLost() {
        answers("/api/v1/usage", """
                {"accepted":1,"repeated":0,"refused":1,"position":7,
                "problems":[{"index":1,"code":"LOG_BUSY","pointer":"","detail":"Busy."}]}""", """
                {"accepted":1,"repeated":1,"refused":0,"position":8,"problems":[]}""");

        assertThat(sink().send(List.of(item("record-log-on", 1), item("record-log-on", 2))))
                .containsOnly(ItemOutcome.of(Status.ACCEPTED));
        assertThat(seen).hasSize(2);
    }

    private TwoDoorsSink sink() {
        return new TwoDoorsSink(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()), "demo");
    }

    private static ImportItem item(String command, int number) {
        return new ImportItem(
                "file",
                number,
                command,
                "key-" + number,
                "acme",
                JsonNodeFactory.instance.objectNode().put("userId", "anna"));
    }

    /** Answers one after the other. */
    private void answers(String path, String... answers) {
        var left = new ArrayList<>(List.of(answers));
        server.createContext(path, exchange -> {
            seen.add(path + " " + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            respond(exchange, left.removeFirst());
        });
    }

    private static void respond(HttpExchange exchange, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
