package tenure.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.config.Configuration;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.ReplayStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import tenure.app.database.EmbeddedDatabase;
import tenure.domain.usage.event.UsageDayReported;
import tenure.eventstore.PostgresEventStorageEngine;
import tenure.eventstore.PostgresEventStorageEngine.Fact;
import tenure.system.FreshDatabase;

/** A processor on the wiring that Tenure runs with; what its handler writes shows what it was handed. */
abstract class ProcessorHarness {

    static final LocalDate FIRST_DAY = LocalDate.parse("2024-01-01");
    private static final AtomicInteger DATABASES = new AtomicInteger();

    @TempDir
    static Path data;

    /** Of one database, as each has a log of its own. */
    @TempDir
    Path checkpoints;

    private static EmbeddedDatabase server;

    HikariDataSource database;
    JdbcClient jdbc;
    AnnotationConfigApplicationContext context;

    @BeforeAll
    static void startServer() {
        server = FreshDatabase.start(data);
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
        jdbc.sql("create table seen (nth bigint generated always as identity, customer text, day date, replay boolean)")
                .update();
    }

    @AfterEach
    void stop() {
        context.close();
        database.close();
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
        void on(UsageDayReported event, ReplayStatus status) {
            jdbc.sql("insert into seen (customer, day, replay) values (?, ?, ?)")
                    .params(event.customerId(), event.day(), status.isReplay())
                    .update();
            trouble.accept(event);
        }
    }

    ConfigurerModule recorder() {
        return handledBy(new Recorder(jdbc, event -> {}));
    }

    static ConfigurerModule handledBy(Recorder handler) {
        return configurer -> configurer.eventProcessing().registerEventHandler(configuration -> handler);
    }

    void start(ConfigurerModule... modules) {
        context = new AnnotationConfigApplicationContext();
        context.register(LogWiring.class, AxonWiring.class, CheckpointWiring.class);
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("test", Map.of("tenure.data-directory", checkpoints.toString())));
        context.registerBean("database", HikariDataSource.class, () -> database, bean -> bean.setDestroyMethodName(""));
        context.registerBean(JdbcClient.class, () -> jdbc);
        context.registerBean(JdbcTransactionManager.class, () -> new JdbcTransactionManager(database));
        for (int i = 0; i < modules.length; i++) {
            var module = modules[i];
            context.registerBean("module" + i, ConfigurerModule.class, () -> module);
        }
        context.refresh();
    }

    StreamingEventProcessor processor() {
        return context.getBean(Configuration.class)
                .eventProcessingConfiguration()
                .eventProcessor("recorder", StreamingEventProcessor.class)
                .orElseThrow();
    }

    /** Records a day of usage each, from one number of days after the first day to another. */
    void report(String customer, int from, int to) {
        report(days(from, to).stream().map(day -> usage(customer, day, "logins")));
    }

    void report(Stream<UsageDayReported> days) {
        context.getBean(PostgresEventStorageEngine.class)
                .record(days.map(day -> new Fact("usage/" + day.customerId(), GenericEventMessage.asEventMessage(day)))
                        .toList())
                .outcomes();
    }

    static UsageDayReported usage(String customer, LocalDate day, String feature) {
        return new UsageDayReported(customer, day, 1, 1, Map.of(feature, 1L), null, noonOf(day));
    }

    static Instant noonOf(LocalDate day) {
        return day.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
    }

    static List<LocalDate> days(int from, int to) {
        return IntStream.range(from, to).mapToObj(FIRST_DAY::plusDays).toList();
    }

    void awaitSeen(int rows) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> assertThat(count("select count(*) from seen")).isEqualTo(rows));
    }

    int count(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }

    List<LocalDate> seen(String customer) {
        return jdbc.sql("select day from seen where customer = ? order by nth")
                .param(customer)
                .query(LocalDate.class)
                .list();
    }
}
