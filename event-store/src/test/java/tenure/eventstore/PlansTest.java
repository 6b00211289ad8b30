package tenure.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static tenure.eventstore.SomeEvents.NOON;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tenure.eventstore.Append.CommandKey;
import tenure.eventstore.PlanRecorder.Plan;
import tenure.eventstore.read.AuditLog;
import tenure.eventstore.read.CommandLog;
import tenure.eventstore.read.Detail;
import tenure.eventstore.read.EventLog;
import tenure.eventstore.read.LogFilter;
import tenure.eventstore.read.LogSignal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How the database finds what it is asked for, in a log of six full partitions, made small for the test. */
class PlansTest {

    private static final int PARTITION = 20_000;
    private static final int HEAD = 6 * PARTITION - 10;

    /** After so many executions driver and database have both settled for a plan that fits any parameters. */
    private static final int UNTIL_PLANS_ARE_GENERIC = 12;

    /** The last full one, and the one that was made ahead. */
    private static final List<String> NEWEST = List.of("event_00005", "event_00006");

    private static final Instant LATER = Instant.parse("2030-01-01T00:00:00Z");

    private static final TestDatabase DATABASE = TestDatabase.withLog();
    private static PlanRecorder recorder;
    private static Set<String> largeTables;

    @BeforeAll
    static void fill() throws SQLException {
        var jdbc = DATABASE.jdbc();
        var definition = jdbc.sql("select pg_get_functiondef('eventstore.make_partitions'::regproc) as definition")
                .query((row, number) -> row.getString("definition"))
                .single();
        assertThat(definition).as("the size to make smaller").contains("5000000");
        jdbc.sql("drop table eventstore.event_00000, eventstore.event_00001").update();
        jdbc.sql(definition.replace("5000000", Integer.toString(PARTITION))).update();
        jdbc.sql("select eventstore.make_partitions(" + (HEAD + PARTITION) + ")")
                .query((row, number) -> 0)
                .list();
        // The writer asks for partitions by the million, which are thousands of this size.
        jdbc.sql("create or replace function eventstore.make_partitions(up_to bigint) returns void"
                        + " language sql as 'select'")
                .update();
        for (var statement : """
                insert into eventstore.event_type (name, revision) select 'type-' || n, 1 from generate_series(0, 19) n;
                insert into eventstore.stream_head (stream, kind, version)
                select 'stream/' || n, 'thing', 11 from generate_series(1, 10000) n;
                insert into eventstore.event
                    (position, stream_no, version, event_id, type_id, occurred_at, recorded_at, customer_id, user_id,
                     payload, metadata, leaf)
                select n, 1 + n %% 10000, n / 10000, gen_random_uuid(), 1 + n %% 20,
                       timestamp '2024-01-01' + n * interval '1 minute', timestamp '2024-01-01' + n * interval '1 minute',
                       'P-' || n %% 1000, 'U-' || n %% 5000, '{}', '{}', 'leaf'
                from generate_series(1, %1$d) n;
                insert into eventstore.batch
                select n, n, timestamp '2024-01-01' + n * interval '1 minute', 'before', 'after'
                from generate_series(1, %1$d) n;
                insert into eventstore.command
                select 'caller', 'key-' || n, 'hash', n, n, timestamp '2024-01-01' from generate_series(1, %1$d) n;
                insert into eventstore.snapshot (stream, kind, version, type, revision, payload, metadata)
                select 'stream/' || n, 'thing', 5, 'type-1', '1', '{}', '{}' from generate_series(1, 10000) n;
                update eventstore.log_head set position = %1$d;
                """.formatted(HEAD).split(";\n")) {
            jdbc.sql(statement).update();
        }
        jdbc.sql("analyze").update();
        largeTables = Set.copyOf(
                jdbc.sql("""
                select relname from pg_class
                where relnamespace = 'eventstore'::regnamespace and relkind = 'r' and reltuples > 1000
                """).query((row, number) -> row.getString("relname")).list());
        assertThat(largeTables).hasSize(6 + 4);
        recorder = new PlanRecorder(DATABASE);
    }

    @AfterAll
    static void stop() throws SQLException {
        recorder.close();
        DATABASE.close();
    }

    private final JdbcClient jdbc = JdbcClient.create(recorder);
    private final LogSignal signal = new LogSignal();
    private final EventLog log = new EventLog(jdbc, signal);
    private final AuditLog audit = new AuditLog(jdbc);

    @Test
    void ofPagesOfTheLogTouchOnlyThePartitionsTheyLieIn() {
        assertThat(touchedBy(() -> log.page(25_000, 30_000, List.of("type-1"), 100, Detail.ALL)))
                .containsExactly("event_00001");
        assertThat(touchedBy(() -> log.page(39_000, 41_000, List.of("type-1"), 1_000, Set.of())))
                .containsExactlyInAnyOrder("event_00001", "event_00002");
        assertThat(touchedBy(() -> log.pageBack(25_000, 30_000, List.of("type-1"), 100, Detail.ALL)))
                .containsExactly("event_00001");
        assertThat(touchedBy(() -> log.between(5, 10))).containsExactly("event_00000");
        assertThat(touchedBy(() -> new CommandLog(jdbc).find("caller", List.of("key-25000"))))
                .containsExactly("event_00001");
        withEngine(engine -> {
            var token = new GlobalSequenceTrackingToken(HEAD - 5_000);
            assertThat(touchedBy(() -> engine.readEvents(token, false).count())).isSubsetOf(NEWEST);
        });
    }

    @Test
    void ofHistoriesStopWhereTheirPageEnds() {
        var ofCustomer = LogFilter.ofCustomer("P-7").until(LATER);
        touchedBy(() -> audit.search(ofCustomer, Long.MAX_VALUE, 10));
        assertThat(touchedBy(() -> audit.search(ofCustomer.ofTypes(Set.of("type-7")), 50_000, 10)))
                .isSubsetOf("event_00000", "event_00001", "event_00002");
        assertThat(touchedBy(() -> audit.search(LogFilter.ofUser("U-7"), 50_000, 3)))
                .isSubsetOf("event_00000", "event_00001", "event_00002");
        assertThat(touchedBy(() -> audit.search(LogFilter.ofCorrelation(null, "c"), 5_000, 3)))
                .containsExactly("event_00000");
        assertThat(touchedBy(() -> audit.corrections("P-7", 1_000, 15_000, 100)))
                .containsExactly("event_00000");
        assertThat(touchedBy(() -> audit.filed(30_000))).containsExactly("event_00001");
        assertThat(touchedBy(() -> log.customerEvents("P-7", 0, HEAD, 10, Detail.ALL)))
                .containsExactly("event_00000");
    }

    @Test
    void ofEverythingElseReadNoTableWhole() {
        touchedBy(log::head);
        touchedBy(() -> log.positionAt(NOON));
        touchedBy(() -> audit.typesOf("P-7", HEAD));
        touchedBy(() -> audit.ofStreams(List.of("stream/7", "stream/8"), List.of("type-7", "type-8"), HEAD));
        touchedBy(() -> log.streamVersion("stream/7"));
        withEngine(engine -> {
            touchedBy(() -> engine.readEvents("stream/7").asStream().count());
            touchedBy(() -> engine.readSnapshotAndEvents("stream/7").asStream().count());
            touchedBy(() -> engine.readSnapshot("stream/7"));
            touchedBy(() -> engine.lastSequenceNumberFor("stream/7"));
            touchedBy(engine::createHeadToken);
            assertThat(touchedBy(() -> engine.createTokenAt(Instant.parse("2024-02-01T00:00:00Z"))))
                    .containsExactly("event_00002");
        });
    }

    @Test
    void ofAnAppendTouchTwoPartitionsAtMost() {
        recorder.clear();
        try (var appender = new Appender(recorder, signal)) {
            for (int i = 0; i < UNTIL_PLANS_ARE_GENERIC; i++) {
                appender.append(new Append(
                        new CommandKey("caller", "new-" + i, "hash"),
                        IntStream.range(0, 5)
                                .mapToObj(n -> SomeEvents.event("stream/" + n, "type-1", NOON, "P-1", "U-1"))
                                .toList()));
            }
        }

        assertNoLargeTableWasScannedWhole();
        assertThat(recorder.plans()).hasSizeGreaterThan(UNTIL_PLANS_ARE_GENERIC);
        assertThat(PlanRecorder.partitions(touched())).isSubsetOf(NEWEST);
        assertThat(DATABASE.jdbc()
                        .sql("select distinct tableoid::regclass::text as partition from eventstore.event"
                                + " where position > " + HEAD + " order by 1")
                        .query((row, number) -> row.getString("partition"))
                        .list())
                .containsExactly("eventstore.event_00005", "eventstore.event_00006");
    }

    /** The control: a statement without an index is caught. */
    @Test
    void wouldBeCaughtReadingATableWhole() {
        recorder.clear();
        jdbc.sql("select count(*) from eventstore.event where actor = 'nobody'")
                .query(Long.class)
                .single();

        assertThat(recorder.plans())
                .flatExtracting(Plan::scannedWhole)
                .containsAll(largeTables.stream()
                        .filter(name -> name.startsWith("event_0"))
                        .toList());
    }

    @Test
    void areNeverOfAPartitionThatIsMissingAsTheNextIsMadeAhead() {
        try (var fresh = TestDatabase.withLog();
                var appender = new Appender(fresh.dataSource(), signal)) {
            appender.append(SomeEvents.append(SomeEvents.event("a", "type-1", NOON)));
            await().atMost(Duration.ofSeconds(30)).until(() -> exists(fresh, "event_00002"));
            assertThat(exists(fresh, "event_00003")).isFalse();

            fresh.jdbc()
                    .sql("update eventstore.log_head set position = 5000000")
                    .update();
            fresh.jdbc()
                    .sql("insert into eventstore.batch values (2, 5000000, clock_timestamp(), 'before', 'after')")
                    .update();
            appender.append(
                    SomeEvents.append(SomeEvents.event("a", "type-1", NOON), SomeEvents.event("a", "type-1", NOON)));

            await().atMost(Duration.ofSeconds(30)).until(() -> exists(fresh, "event_00003"));
        }
    }

    private static boolean exists(TestDatabase database, String table) {
        return database.jdbc()
                .sql("select to_regclass('eventstore." + table + "') is not null as there")
                .query((row, number) -> row.getBoolean("there"))
                .single();
    }

    record Thing() {}

    private record Renamed(EventType from) implements EventUpcaster {
        @Override
        public EventType to() {
            return new EventType("type-0", 1);
        }

        @Override
        public JsonNode upcast(JsonNode payload) {
            return payload;
        }
    }

    private interface EngineWork {
        void with(PostgresEventStorageEngine engine);
    }

    private void withEngine(EngineWork work) {
        try (var appender = new Appender(recorder, signal)) {
            var names = new EventNames().with(new EventType("type-0", 1), Thing.class);
            IntStream.range(1, 20).forEach(n -> names.with(new Renamed(new EventType("type-" + n, 1))));
            work.with(new PostgresEventStorageEngine(
                    appender, jdbc, names, JsonMapper.builder().build(), IllegalStateException::new));
        }
    }

    /** The partitions that a read looked into, whatever plan it ran by; nothing large was read whole. */
    private Set<String> touchedBy(Runnable read) {
        recorder.clear();
        for (int i = 0; i < UNTIL_PLANS_ARE_GENERIC; i++) {
            read.run();
        }
        assertThat(recorder.plans()).hasSizeGreaterThanOrEqualTo(UNTIL_PLANS_ARE_GENERIC);
        assertNoLargeTableWasScannedWhole();
        return Set.copyOf(PlanRecorder.partitions(touched()));
    }

    private static Set<String> touched() {
        return recorder.plans().stream()
                .flatMap(plan -> plan.touched().stream())
                .collect(Collectors.toSet());
    }

    private static void assertNoLargeTableWasScannedWhole() {
        assertThat(recorder.plans())
                .allSatisfy(plan ->
                        assertThat(plan.scannedWhole()).as(plan.statement()).doesNotContainAnyElementsOf(largeTables));
    }
}
