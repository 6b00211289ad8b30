package tenure.eventstore.pause;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tenure.eventstore.AppendOutcome;
import tenure.eventstore.Appender;
import tenure.eventstore.TestDatabase;
import tenure.eventstore.pause.StoppingProxy.Message;
import tenure.eventstore.read.LogSignal;

/** A node stands still at each point of the conversation of one append. Another must be able to append. */
class StoppedMidCallTest {

    private static final char BIND = 'B';
    private static final char EXECUTE = 'E';
    private static final int LARGE = 50_000;

    private final TestDatabase database = TestDatabase.withLog();
    private final HikariDataSource proxied = new HikariDataSource();
    private StoppingProxy proxy;

    @BeforeEach
    void start() throws IOException {
        var direct = URI.create(database.url().substring("jdbc:".length()));
        proxy = new StoppingProxy(direct.getHost(), direct.getPort());
        proxied.setJdbcUrl(database.url().replace(":" + direct.getPort() + "/", ":" + proxy.port() + "/")
                + "&sslmode=disable&gssEncMode=disable");
        proxied.setMaximumPoolSize(1);
    }

    @AfterEach
    void stop() throws IOException {
        proxy.close();
        proxied.close();
        database.close();
    }

    @ParameterizedTest
    @ValueSource(chars = {'P', 'B', 'D'})
    void doesNotHoldUpAnotherBeforeItsCallIsWhole(char kind) throws Exception {
        proxy.stopAfter(message -> message.kind() == kind);
        assertThat(anotherAppendsWhileOneStandsStill()).isInstanceOf(AppendOutcome.Stored.class);
    }

    @Test
    void doesNotHoldUpAnotherInTheMiddleOfSendingALargeBatch() throws Exception {
        proxy.stopWithin(StoppedMidCallTest::isTheAppend);
        assertThat(anotherAppendsWhileOneStandsStill()).isInstanceOf(AppendOutcome.Stored.class);
    }

    /** The server commits a plain statement only when the next message, Sync, says that the call is over. */
    @Test
    void doesNotHoldUpAnotherBetweenTheExecutionAndItsEnd() throws Exception {
        var bound = new boolean[1];
        proxy.stopAfter(message -> {
            bound[0] |= isTheAppend(message);
            return bound[0] && message.kind() == EXECUTE;
        });
        assertThat(anotherAppendsWhileOneStandsStill()).isInstanceOf(AppendOutcome.Stored.class);
    }

    private static boolean isTheAppend(Message message) {
        return message.kind() == BIND && message.body().length > LARGE;
    }

    private AppendOutcome anotherAppendsWhileOneStandsStill() throws Exception {
        try (var other = new Appender(database.dataSource(), new LogSignal())) {
            // So that nothing but the append is left to do.
            other.append(BusyNode.facts("other", 1, 100));
            var one = new Appender(proxied, new LogSignal());
            try {
                var stopped = CompletableFuture.runAsync(() -> one.append(BusyNode.facts("one", 1, 2 * LARGE)));
                proxy.awaitStop();
                assertThat(stopped).isNotDone();
                return CompletableFuture.supplyAsync(() -> other.append(BusyNode.facts("other", 1, 100)))
                        .get(5, TimeUnit.SECONDS);
            } finally {
                proxy.close();
                one.close();
            }
        }
    }
}
