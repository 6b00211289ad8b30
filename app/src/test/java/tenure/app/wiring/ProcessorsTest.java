package tenure.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.config.Configuration;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import tenure.app.database.EmbeddedDatabase;
import tenure.domain.usage.event.UsageDayReported;
import tenure.eventstore.PostgresEventStorageEngine;
import tenure.eventstore.PostgresEventStorageEngine.Fact;
import tenure.eventstore.PostgresEventStore;

/** A processor on the wiring that Tenure runs with; what its handler writes shows what it was handed. */
class ProcessorsTest {

    private static final LocalDate FIRST_DAY = LocalDate.parse("2024-01-01");
    private static final AtomicInteger DATABASES = new AtomicInteger();

    @TempDir
    static Path data;

    private static EmbeddedDatabase server;

    private HikariDataSource database;
    private JdbcClient jdbc;
    private AnnotationConfigApplicationContext context;

    @BeforeAll
    static void startServer() {
        server = EmbeddedDatabase.start(data, line -> {});
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @BeforeEach
    void makeDatabase() throws SQLException {
        var address = server.address();
        var name = "processors_" + DATABASES.incrementAndGet();
        try (var connection = address.connect();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        database = new HikariDataSource();
        database.setJdbcUrl(address.jdbcUrl().replaceFirst("/[^/]*$", "/" + name));
        database.setUsername(address.user());
        database.setPassword(address.password());
        jdbc = JdbcClient.create(database);
        jdbc.sql("create table seen (nth bigint generated always as identity, customer text, day date)")
                .update();
    }

    @AfterEach
    void stop() {
        context.close();
        database.close();
    }

    @Test
    void handsOverEveryEventOnceAndInTheOrderOfItsCustomer() {
        start(recorder());

        report("P-1", 0, 200);
        report("P-2", 0, 200);
        report("P-1", 200, 300);

        awaitSeen(500);
        assertThat(seen("P-1")).isEqualTo(days(0, 300));
        assertThat(seen("P-2")).isEqualTo(days(0, 200));
    }

    @Test
    void handsANewProcessorWhatWasStoredBeforeIt() {
        start();
        report("P-1", 0, 3);
        context.close();

        start(recorder());

        awaitSeen(3);
        assertThat(seen("P-1")).isEqualTo(days(0, 3));
    }

    @Test
    void goesOnAfterARestartWhereItStopped() {
        start(recorder());
        report("P-1", 0, 5);
        awaitSeen(5);

        context.close();
        assertThat(jdbc.sql("select count(*) from eventstore.token where owner is not null")
                        .query(Long.class)
                        .single())
                .as("claims that outlive the stop would keep other nodes waiting")
                .isZero();
        start(recorder());
        report("P-1", 5, 8);

        awaitSeen(8);
        assertThat(seen("P-1")).isEqualTo(days(0, 8));
    }

    @Test
    void retriesAnEventWhoseHandlerFailedAndLosesNone() {
        var failures = new AtomicInteger();
        start(handledBy(new Recorder(jdbc, event -> {
            if (event.day().equals(FIRST_DAY.plusDays(2)) && failures.incrementAndGet() == 1) {
                throw new IllegalStateException("The handler is not well today.");
            }
        })));

        report("P-1", 0, 5);

        awaitSeen(5);
        assertThat(failures).hasValue(2);
        assertThat(seen("P-1")).as("what a failed batch wrote is rolled back").isEqualTo(days(0, 5));
    }

    @Test
    void canBeReplayedAndStoppedInTheMiddleOfIt() {
        start(recorder());
        report("P-1", 0, 4);
        awaitSeen(4);

        processor().shutDown();
        processor().resetTokens();
        context.close();
        start(recorder());

        awaitSeen(8);
        assertThat(seen("P-1").subList(4, 8)).isEqualTo(days(0, 4));
    }

    @Test
    void sparesAnAutomationThePast() {
        start();
        report("P-1", 0, 3);
        context.close();

        start(handledBy(new NeverReplayed(jdbc)));
        report("P-1", 3, 5);

        awaitSeen(2);
        assertThat(seen("P-1")).isEqualTo(days(3, 5));
    }

    @Test
    void isWokenByTheWriter() throws Exception {
        var source = new WatchedSource();
        start(configurer -> {
            configurer.eventProcessing().registerEventHandler(configuration -> new Recorder(jdbc, event -> {}));
            configurer.eventProcessing().registerPooledStreamingEventProcessor("recorder", configuration -> {
                source.store = (PostgresEventStore) configuration.eventStore();
                return source;
            });
        });
        assertThat(source.listening.await(30, TimeUnit.SECONDS)).isTrue();

        report("P-1", 0, 1);

        // Nothing but the writer calls it, so that it is called at all is the proof; the time is only patience.
        assertThat(source.woken.await(30, TimeUnit.SECONDS)).isTrue();
        awaitSeen(1);
    }

    @ProcessingGroup("recorder")
    static class Recorder {
        private final JdbcClient jdbc;
        private final Consumer<UsageDayReported> trouble;

        Recorder(JdbcClient jdbc, Consumer<UsageDayReported> trouble) {
            this.jdbc = jdbc;
            this.trouble = trouble;
        }

        @EventHandler
        void on(UsageDayReported event) {
            jdbc.sql("insert into seen (customer, day) values (?, ?)")
                    .param(event.customerId())
                    .param(event.day())
                    .update();
            trouble.accept(event);
        }
    }

    static class NeverReplayed extends Recorder {
        NeverReplayed(JdbcClient jdbc) {
            super(jdbc, event -> {});
        }

        @Override
        @DisallowReplay
        @EventHandler
        void on(UsageDayReported event) {
            super.on(event);
        }
    }

    /** The log, with an eye on how a processor asks to be woken. */
    private static final class WatchedSource implements StreamableMessageSource<TrackedEventMessage<?>> {
        private final CountDownLatch listening = new CountDownLatch(1);
        private final CountDownLatch woken = new CountDownLatch(1);
        private PostgresEventStore store;

        @Override
        public BlockingStream<TrackedEventMessage<?>> openStream(TrackingToken token) {
            var stream = store.openStream(token);
            return new BlockingStream<>() {
                @Override
                public boolean setOnAvailableCallback(Runnable callback) {
                    var taken = stream.setOnAvailableCallback(() -> {
                        woken.countDown();
                        callback.run();
                    });
                    if (taken) {
                        listening.countDown();
                    }
                    return taken;
                }

                @Override
                public Optional<TrackedEventMessage<?>> peek() {
                    return stream.peek();
                }

                @Override
                public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
                    return stream.hasNextAvailable(timeout, unit);
                }

                @Override
                public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
                    return stream.nextAvailable();
                }

                @Override
                public void close() {
                    stream.close();
                }
            };
        }

        @Override
        public TrackingToken createTailToken() {
            return store.createTailToken();
        }

        @Override
        public TrackingToken createHeadToken() {
            return store.createHeadToken();
        }
    }

    private ConfigurerModule recorder() {
        return handledBy(new Recorder(jdbc, event -> {}));
    }

    private static ConfigurerModule handledBy(Recorder handler) {
        return configurer -> configurer.eventProcessing().registerEventHandler(configuration -> handler);
    }

    private void start(ConfigurerModule... modules) {
        context = new AnnotationConfigApplicationContext();
        context.register(LogWiring.class, AxonWiring.class);
        context.registerBean("database", HikariDataSource.class, () -> database, bean -> bean.setDestroyMethodName(""));
        context.registerBean(JdbcClient.class, () -> jdbc);
        context.registerBean(JdbcTransactionManager.class, () -> new JdbcTransactionManager(database));
        for (var module : modules) {
            context.registerBean(ConfigurerModule.class, () -> module);
        }
        context.refresh();
    }

    private StreamingEventProcessor processor() {
        return context.getBean(Configuration.class)
                .eventProcessingConfiguration()
                .eventProcessor("recorder", StreamingEventProcessor.class)
                .orElseThrow();
    }

    /** Records a day of usage each, from one number of days after the first day to another. */
    private void report(String customer, int from, int to) {
        context.getBean(PostgresEventStorageEngine.class)
                .record(days(from, to).stream()
                        .map(day ->
                                new Fact("usage/" + customer, GenericEventMessage.asEventMessage(usage(customer, day))))
                        .toList())
                .outcomes();
    }

    private static UsageDayReported usage(String customer, LocalDate day) {
        return new UsageDayReported(customer, day, 1, 1, Map.of(), Instant.parse("2025-01-01T00:00:00Z"));
    }

    private static List<LocalDate> days(int from, int to) {
        return IntStream.range(from, to).mapToObj(FIRST_DAY::plusDays).toList();
    }

    private void awaitSeen(int rows) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(jdbc.sql("select count(*) from seen")
                                .query(Integer.class)
                                .single())
                        .isEqualTo(rows));
    }

    private List<LocalDate> seen(String customer) {
        return jdbc.sql("select day from seen where customer = ? order by nth")
                .param(customer)
                .query(LocalDate.class)
                .list();
    }
}
