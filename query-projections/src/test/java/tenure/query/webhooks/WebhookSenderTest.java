package tenure.query.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenure.query.shared.cloudevents.EventFilter;

/** What is sent goes where it was checked to go, and takes and gives no more than it must. */
class WebhookSenderTest {

    private static final String HOST = "hooks.example.invalid";
    private static final byte[] BODY = "{}".getBytes(StandardCharsets.UTF_8);

    @Test
    void connectsToTheVeryAddressThatWasChecked() {
        var asked = new AtomicInteger();
        try (var receiver = Receiver.content();
                var sender = sender(host -> {
                    asked.incrementAndGet();
                    return new InetAddress[] {InetAddress.getLoopbackAddress()};
                })) {
            var attempt = send(sender, "http://hooks.example.invalid:" + receiver.port() + "/");

            assertThat(attempt.delivered()).as(attempt.toString()).isTrue();
            assertThat(receiver.messages().getFirst().host()).isEqualTo("hooks.example.invalid:" + receiver.port());
            assertThat(asked).as("nobody asked a second time").hasValue(1);
        }
    }

    @Test
    void isNotLedElsewhereByANameServerThatChangesItsMind() {
        var asked = new AtomicInteger();
        CheckedAddresses.Lookup lookup = host -> new InetAddress[] {
            asked.incrementAndGet() == 1 ? InetAddress.ofLiteral("1.1.1.1") : InetAddress.getLoopbackAddress()
        };
        try (var receiver = Receiver.content();
                var sender = new WebhookSender(new CheckedAddresses(lookup, false), Duration.ofSeconds(5))) {
            var url = "http://rebinding.example.invalid:" + receiver.port() + "/";
            new TargetUrls(new CheckedAddresses(lookup, false), true).require(url);

            var attempt = send(sender, url);

            assertThat(attempt.error()).contains("private network");
            assertThat(receiver.messages()).isEmpty();
        }
    }

    @Test
    void followsNoRedirect() {
        try (var elsewhere = Receiver.content();
                var receiver = new Receiver((exchange, number) -> {
                    exchange.getResponseHeaders().set("Location", elsewhere.url());
                    exchange.sendResponseHeaders(307, -1);
                });
                var sender = sender(InetAddress::getAllByName)) {
            var attempt = send(sender, receiver.url());

            assertThat(attempt.status()).isEqualTo(307);
            assertThat(attempt.delivered()).isFalse();
            assertThat(elsewhere.messages()).isEmpty();
        }
    }

    @Test
    void doesNotReadAnAnswerWithoutEnd() {
        var written = new AtomicInteger();
        try (var receiver = new Receiver((exchange, number) -> {
                    exchange.sendResponseHeaders(200, 0);
                    var block = new byte[65_536];
                    try (var out = exchange.getResponseBody()) {
                        while (written.incrementAndGet() < 10_000) {
                            out.write(block);
                        }
                    } catch (IOException e) {
                        // As it should be: nobody reads on.
                    }
                });
                var sender = sender(InetAddress::getAllByName)) {
            assertThat(send(sender, receiver.url()).delivered()).isTrue();
            assertThat(written).hasValueLessThan(10_000);
        }
    }

    @Test
    void waitsOnlySoLongForAReceiverThatIsSilentOrDrips() {
        var done = new CountDownLatch(1);
        Receiver.Behaviour drip = (exchange, number) -> {
            if (number == 2) {
                exchange.sendResponseHeaders(200, 0);
            }
            try (var out = exchange.getResponseBody()) {
                while (!done.await(100, TimeUnit.MILLISECONDS)) {
                    if (number == 2) {
                        out.write('.');
                        out.flush();
                    }
                }
            } catch (IOException | InterruptedException e) {
                // Broken off, as it should be.
            }
        };
        try (var receiver = new Receiver(drip);
                var sender = new WebhookSender(
                        new CheckedAddresses(InetAddress::getAllByName, true), Duration.ofSeconds(1))) {
            assertThat(send(sender, receiver.url()).delivered()).isFalse();
            assertThat(send(sender, receiver.url()).delivered())
                    .as("the status says that it was taken")
                    .isTrue();
        } finally {
            done.countDown();
        }
    }

    @Test
    void failsToSendOnceItIsClosedAndDoesNotThrow() {
        try (var receiver = Receiver.content()) {
            var sender = sender(InetAddress::getAllByName);
            assertThat(send(sender, receiver.url()).delivered()).isTrue();
            sender.close();

            assertThat(send(sender, receiver.url()).delivered()).isFalse();
            assertThat(receiver.messages()).hasSize(1);
        }
    }

    @Test
    void refusesAnAddressThatIsPrivateWithoutConnecting() {
        try (var receiver = Receiver.content();
                var sender = new WebhookSender(new CheckedAddresses(false), Duration.ofSeconds(5))) {
            assertThat(send(sender, receiver.url()).error()).contains("private network");
            assertThat(receiver.messages()).isEmpty();
        }
    }

    @Test
    void deliversOverTlsToAReceiverWhoseCertificateIsBelieved(@TempDir Path directory) throws Exception {
        var certificate = Certificate.of(HOST, directory);
        try (var receiver = Receiver.secure(certificate);
                var sender = senderThatBelieves(certificate)) {
            var attempt = send(sender, "https://" + HOST + ":" + receiver.port() + "/");

            assertThat(attempt.delivered()).as(attempt.toString()).isTrue();
            assertThat(receiver.messages()).hasSize(1);
        }
    }

    @Test
    void saysNothingToAReceiverWhoseCertificateNobodyVouchesFor(@TempDir Path directory) throws Exception {
        try (var receiver = Receiver.secure(Certificate.of(HOST, directory));
                var sender = sender(host -> new InetAddress[] {InetAddress.getLoopbackAddress()})) {
            var attempt = send(sender, "https://" + HOST + ":" + receiver.port() + "/");

            assertThat(attempt.error()).startsWith("The connection is not secure");
            assertThat(receiver.messages()).isEmpty();
        }
    }

    @Test
    void saysNothingToAReceiverThatShowsTheCertificateOfAnotherHost(@TempDir Path directory) throws Exception {
        var certificate = Certificate.of("elsewhere.example.invalid", directory);
        try (var receiver = Receiver.secure(certificate);
                var sender = senderThatBelieves(certificate)) {
            var attempt = send(sender, "https://" + HOST + ":" + receiver.port() + "/");

            assertThat(attempt.error()).startsWith("The connection is not secure");
            assertThat(receiver.messages()).isEmpty();
        }
    }

    private static WebhookSender senderThatBelieves(Certificate certificate) {
        return new WebhookSender(
                new CheckedAddresses(host -> new InetAddress[] {InetAddress.getLoopbackAddress()}, true),
                Duration.ofSeconds(5),
                new DefaultClientTlsStrategy(certificate.ofClient()));
    }

    private static WebhookSender sender(CheckedAddresses.Lookup lookup) {
        return new WebhookSender(new CheckedAddresses(lookup, true), Duration.ofSeconds(5));
    }

    private static Attempt send(WebhookSender sender, String url) {
        var webhook = new Webhook("wh", url, new EventFilter(Set.of(), null), SigningSecret.make(), null, 0, 0, 0);
        return sender.send(webhook, "msg", BODY);
    }
}
