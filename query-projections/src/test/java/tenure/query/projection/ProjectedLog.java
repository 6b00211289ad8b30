package tenure.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.uuid.Generators;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tenure.domain.EventCatalogue;
import tenure.domain.shared.EventName;
import tenure.eventstore.Append;
import tenure.eventstore.Appender;
import tenure.eventstore.EventNames;
import tenure.eventstore.EventType;
import tenure.eventstore.JsonEventDecoder;
import tenure.eventstore.NewEvent;
import tenure.eventstore.TestDatabase;
import tenure.eventstore.read.Detail;
import tenure.eventstore.read.EventLog;
import tenure.eventstore.read.LogSignal;
import tenure.query.lifecycle.Told;
import tools.jackson.databind.json.JsonMapper;

/** A real log with the tables of the views beside it: events in, projected to the end, rows out. */
public final class ProjectedLog implements AutoCloseable {

    private static final int EVENTS_AN_APPEND = 500;

    private final TestDatabase database = TestDatabase.withLog();
    private final LogSignal signal = new LogSignal();
    private final Appender appender = new Appender(database.dataSource(), signal);
    private final JsonMapper json = JsonMapper.builder().build();
    private final EventNames names = names();
    private final PlatformTransactionManager transactions = new DataSourceTransactionManager(database.dataSource());

    public ProjectedLog() {
        database.migrate("query");
    }

    private static EventNames names() {
        var names = new EventNames();
        for (var event : EventCatalogue.events()) {
            var name = event.getAnnotation(EventName.class);
            names.with(new EventType(name.value(), name.revision()), event.asSubclass(Record.class));
        }
        return names;
    }

    public JdbcClient jdbc() {
        return database.jdbc();
    }

    public JsonMapper json() {
        return json;
    }

    public ProjectionTable table() {
        return new ProjectionTable(jdbc());
    }

    public PlatformTransactionManager transactions() {
        return transactions;
    }

    /** Position of the last event. */
    public long head() {
        return new EventLog(jdbc(), signal).head();
    }

    /** What a context needs that runs projections over this log. */
    public Map<String, Object> parts() {
        return Map.of(
                "transactions",
                transactions,
                "statements",
                jdbc(),
                "json",
                json,
                "log",
                new EventLog(jdbc(), signal),
                "decoder",
                new JsonEventDecoder(names, json));
    }

    /** Writes domain events into the log, each to a stream of its own kind. */
    public void record(List<? extends Record> events) {
        for (var event : events) {
            var name = event.getClass().getAnnotation(EventName.class);
            assertThat(appender.append(new Append(null, List.of(newEvent(event, name)))))
                    .isNotNull();
        }
    }

    /** Writes events with ids of their own, many at once; they get one position after the other, in their order. */
    public void recordMany(List<Told> told) {
        for (int from = 0; from < told.size(); from += EVENTS_AN_APPEND) {
            var some = told.subList(from, Math.min(told.size(), from + EVENTS_AN_APPEND)).stream()
                    .map(one -> newEvent(
                            one.eventId(), one.event(), one.event().getClass().getAnnotation(EventName.class)))
                    .toList();
            assertThat(appender.append(new Append(null, some))).isNotNull();
        }
    }

    /** Writes many events at once, in this order. */
    public void recordAtOnce(List<? extends Record> events) {
        var all = events.stream()
                .map(event -> newEvent(event, event.getClass().getAnnotation(EventName.class)))
                .toList();
        assertThat(appender.append(new Append(null, all))).isNotNull();
    }

    private NewEvent newEvent(Record event, EventName name) {
        return newEvent(Generators.timeBasedEpochGenerator().generate(), event, name);
    }

    private NewEvent newEvent(UUID eventId, Record event, EventName name) {
        var tree = json.valueToTree(event);
        return new NewEvent(
                "stream/" + tree.path("customerId").asString("definitions"),
                null,
                null,
                eventId,
                new EventType(name.value(), name.revision()),
                java.time.Instant.parse(tree.get("occurredAt").asString()),
                tree.path("customerId").asString(null),
                tree.path("userId").asString(null),
                null,
                null,
                null,
                null,
                json.writeValueAsBytes(event),
                "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    /** Takes a projection to the end of the log, in pages of so many events. */
    public void project(Projection projection, IntSupplier eventsAPage) {
        var log = new EventLog(jdbc(), signal);
        var decoder = new JsonEventDecoder(this.names, json);
        var types = decoder.namesOf(projection.events());
        table().register(projection.name());
        var transaction = new TransactionTemplate(transactions);
        var head = log.head();
        for (var at = new AtomicLong(table().position(projection.name())); at.get() < head; ) {
            transaction.executeWithoutResult(status -> {
                var page = log.page(at.get(), head, types, eventsAPage.getAsInt(), Set.of(Detail.PAYLOAD));
                projection.apply(page.events().stream()
                        .map(recorded -> new Projection.Happening(recorded, decoder))
                        .toList());
                table().move(projection.name(), page.reached());
                at.set(page.reached());
            });
        }
    }

    /** Takes a projection to the end of the log. */
    public void project(Projection projection) {
        var projector = projector(projection);
        long before;
        long after = -1;
        do {
            before = after;
            after = projector.step();
        } while (after != before);
    }

    PageProjector projector(Projection projection) {
        var nested = new TransactionTemplate(transactions);
        nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        return new PageProjector(
                projection,
                new EventLog(jdbc(), signal),
                new JsonEventDecoder(names, json),
                table(),
                new TransactionTemplate(transactions),
                nested);
    }

    /** Every row of some tables as text, in the order of their text: what two ways of projecting must agree in. */
    public List<String> dump(String... tables) {
        var rows = new ArrayList<String>();
        for (var table : tables) {
            rows.addAll(jdbc().sql("select t::text as row from query." + table + " t order by 1")
                    .query((row, number) -> table + row.getString("row"))
                    .list());
        }
        return rows;
    }

    /** The same events, each two to three times, in an order that a seed decides. */
    public static List<Record> repeatedAndShuffled(List<? extends Record> events, long seed) {
        var random = new Random(seed);
        var all = new ArrayList<Record>();
        for (var event : events) {
            for (int i = 0; i <= 1 + random.nextInt(2); i++) {
                all.add(event);
            }
        }
        Collections.shuffle(all, random);
        return all;
    }

    @Override
    public void close() {
        appender.close();
        database.close();
    }
}
