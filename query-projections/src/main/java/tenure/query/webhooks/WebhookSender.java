package tenure.query.webhooks;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tenure.query.shared.cloudevents.CloudEvent;

/**
 * Posts one message to one endpoint: to addresses that were checked, without following it elsewhere, within a limited
 * time, and without keeping what it answers.
 */
@Component
class WebhookSender implements AutoCloseable {

    private static final int CONNECTIONS = 100;
    private static final int MOST_READ_BYTES = 4_096;
    private static final int MOST_HEADERS = 100;
    private static final Timeout CONNECT = Timeout.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(WebhookSender.class);

    private final CloseableHttpClient client;
    private final Duration limit;
    private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("webhook-clock").daemon().factory());

    @Autowired
    WebhookSender(CheckedAddresses addresses, @Value("${tenure.webhooks.timeout:15s}") Duration limit) {
        this(addresses, limit, DefaultClientTlsStrategy.createDefault());
    }

    /** @param tls decides whom to believe that they are who they say */
    WebhookSender(CheckedAddresses addresses, Duration limit, TlsSocketStrategy tls) {
        this.limit = limit;
        // An alarm holds its message, which would else stay in memory long after it was sent.
        clock.setRemoveOnCancelPolicy(true);
        var patience = Timeout.of(limit);
        this.client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(addresses)
                        .setTlsSocketStrategy(tls)
                        .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                                .http1Config(Http1Config.custom()
                                        .setMaxLineLength(MOST_READ_BYTES)
                                        .setMaxHeaderCount(MOST_HEADERS)
                                        .build())
                                .build())
                        .setMaxConnTotal(CONNECTIONS)
                        .setMaxConnPerRoute(CONNECTIONS)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(CONNECT)
                                .setSocketTimeout(patience)
                                .setTimeToLive(1, TimeUnit.MINUTES)
                                .build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(patience)
                        .setConnectionRequestTimeout(CONNECT)
                        .setProtocolUpgradeEnabled(false)
                        .build())
                .setUserAgent("Tenure-Webhooks/1")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableContentCompression()
                .disableAuthCaching()
                .build();
    }

    /** Sends a message. Whatever goes wrong is the outcome, not an exception. */
    Attempt send(Webhook webhook, String messageId, byte[] body) {
        var started = System.nanoTime();
        var request = new HttpPost(URI.create(webhook.url()));
        var timestamp = System.currentTimeMillis() / 1_000;
        request.setHeader("webhook-id", messageId);
        request.setHeader("webhook-timestamp", timestamp);
        request.setHeader("webhook-signature", webhook.signatures(messageId, timestamp, body));
        request.setEntity(new ByteArrayEntity(body, ContentType.create(CloudEvent.JSON)));
        var late = new AtomicBoolean();
        ScheduledFuture<?> alarm = null;
        try {
            // Waiting for each byte has a limit of its own, but a receiver may send a byte now and then for ever.
            alarm = clock.schedule(
                    () -> {
                        late.set(true);
                        request.cancel();
                    },
                    limit.toMillis(),
                    TimeUnit.MILLISECONDS);
            var answer = client.executeOpen(HttpHost.create(request.getUri()), request, null);
            var attempt = outcome(answer, millisSince(started));
            finish(request, answer);
            return attempt;
        } catch (IOException | URISyntaxException | RuntimeException e) {
            return new Attempt(null, null, late.get() ? tooSlow() : reason(e), millisSince(started));
        } finally {
            if (alarm != null) {
                alarm.cancel(false);
            }
        }
    }

    private static Attempt outcome(ClassicHttpResponse answer, int latencyMillis) {
        var status = answer.getCode();
        var delivered = status >= 200 && status < 300;
        return new Attempt(
                status, retryAfter(answer), delivered ? null : "The receiver answered " + status + ".", latencyMillis);
    }

    /** Reads a short answer to its end, so that the connection can be used again, and breaks off any other. */
    private static void finish(HttpPost request, ClassicHttpResponse answer) {
        try (answer) {
            var entity = answer.getEntity();
            if (entity != null && entity.getContent().readNBytes(MOST_READ_BYTES + 1).length > MOST_READ_BYTES) {
                // Closing alone would read the rest.
                request.cancel();
            }
        } catch (IOException e) {
            LOG.debug("A receiver's answer did not come to its end.", e);
        }
    }

    private static @Nullable Duration retryAfter(ClassicHttpResponse answer) {
        var header = answer.getFirstHeader("Retry-After");
        if (header == null || !header.getValue().matches("[0-9]{1,9}")) {
            return null;
        }
        return Duration.ofSeconds(Long.parseLong(header.getValue()));
    }

    private String tooSlow() {
        return "The receiver did not answer within " + limit.toSeconds() + " seconds.";
    }

    private static String reason(Exception e) {
        return switch (e) {
            case CheckedAddresses.PrivateAddress refused -> String.valueOf(refused.getMessage());
            case UnknownHostException unknown -> "The host cannot be found.";
            case SSLException untrusted -> "The connection is not secure: " + untrusted.getMessage();
            case java.net.SocketTimeoutException slow -> "The receiver could not be reached or did not answer in time.";
            default -> "The connection failed: " + e.getClass().getSimpleName() + ".";
        };
    }

    private static int millisSince(long started) {
        return (int) TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started);
    }

    /** Breaks off what is being sent. */
    @Override
    public void close() {
        client.close(CloseMode.IMMEDIATE);
        clock.shutdownNow();
    }
}
