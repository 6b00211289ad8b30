package tenure.query.webhooks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who is sent webhooks: takes them all down, and answers as a test wants. */
final class Receiver implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** A message as it came. */
    record Message(String id, String timestamp, String signatures, String host, String contentType, String body) {

        JsonNode event() {
            return JSON.readTree(body);
        }

        long position() {
            return event().get("position").asLong();
        }

        /** Whether one of the signatures is by a secret, computed here by what the convention says. */
        boolean isSignedBy(String secret) {
            try {
                var mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.replace("whsec_", "")), "HmacSHA256"));
                var expected = "v1,"
                        + Base64.getEncoder()
                                .encodeToString(mac.doFinal(
                                        (id + "." + timestamp + "." + body).getBytes(StandardCharsets.UTF_8)));
                return List.of(signatures.split(" ")).contains(expected);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** What a test makes of the nth message, counted from 1. */
    interface Behaviour {
        void answer(HttpExchange exchange, int number) throws IOException;
    }

    private final HttpServer server;
    private final List<Message> messages = new CopyOnWriteArrayList<>();

    Receiver(Behaviour behaviour) {
        this(listening(null), behaviour);
    }

    private Receiver(HttpServer server, Behaviour behaviour) {
        this.server = server;
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            try (exchange) {
                var headers = exchange.getRequestHeaders();
                messages.add(new Message(
                        headers.getFirst("webhook-id"),
                        headers.getFirst("webhook-timestamp"),
                        headers.getFirst("webhook-signature"),
                        headers.getFirst("Host"),
                        headers.getFirst("Content-Type"),
                        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
                behaviour.answer(exchange, messages.size());
            }
        });
        server.start();
    }

    private static HttpServer listening(@Nullable SSLContext tls) {
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        try {
            if (tls == null) {
                return HttpServer.create(address, 0);
            }
            var server = HttpsServer.create(address, 0);
            server.setHttpsConfigurator(new HttpsConfigurator(tls));
            return server;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One that is always content, and speaks only with whoever believes its certificate. */
    static Receiver secure(Certificate certificate) {
        return new Receiver(
                listening(certificate.ofServer()), (exchange, number) -> exchange.sendResponseHeaders(204, -1));
    }

    /** One that is always content. */
    static Receiver content() {
        return new Receiver((exchange, number) -> exchange.sendResponseHeaders(204, -1));
    }

    int port() {
        return server.getAddress().getPort();
    }

    String url() {
        return "http://127.0.0.1:" + port() + "/hook";
    }

    List<Message> messages() {
        return messages;
    }

    List<Long> positions() {
        return messages.stream().map(Message::position).toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
