package tenure.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.uuid.Generators;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.EventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tenure.eventstore.EventNames.UnknownEventType;
import tenure.eventstore.read.EventLog;
import tenure.eventstore.read.LogSignal;
import tenure.eventstore.read.RecordedEvent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An event that an older release stored is read as the one of today, and the log does not change by it. */
class EventUpcasterTest {

    private static final EventType FIRST = new EventType("seat.given", 1);
    private static final EventType SECOND = new EventType("seat.assigned", 1);
    private static final EventType TODAY = new EventType("seat.assigned", 2);

    /** Once the user was called owner, then the count of seats was missing. */
    record SeatAssigned(String user, int seats) {}

    private final TestDatabase database = SharedLog.emptied();
    private final LogSignal signal = new LogSignal();
    private final Appender appender = new Appender(database.dataSource(), signal);
    private final EventLog log = new EventLog(database.jdbc(), signal);
    private final JsonMapper json = JsonMapper.builder().build();
    private final EventNames names = new EventNames()
            .with(TODAY, SeatAssigned.class)
            .with(step(FIRST, SECOND, old -> {
                old.set("user", old.get("owner"));
                old.remove("owner");
                return old;
            }))
            .with(step(SECOND, TODAY, old -> old.put("seats", 1)));

    @AfterEach
    void stop() {
        appender.close();
    }

    @Test
    void carriesEventsOfEveryRevisionToTheOneOfToday() {
        store(FIRST, "{\"owner\":\"Ann\"}");
        store(SECOND, "{\"user\":\"Bob\"}");
        store(TODAY, "{\"user\":\"Cid\",\"seats\":3}");

        var expected = List.of(new SeatAssigned("Ann", 1), new SeatAssigned("Bob", 1), new SeatAssigned("Cid", 3));
        assertThat(throughTheEngine()).isEqualTo(expected);
        assertThat(throughTheDecoder()).isEqualTo(expected);
    }

    @Test
    void letsViewsAskForTheNamesOfOldRevisionsToo() {
        assertThat(decoder().namesOf(List.of(SeatAssigned.class)))
                .containsExactlyInAnyOrder("seat.given", "seat.assigned");
    }

    @Test
    void isNotWanderedThroughForEventsOfToday() {
        var untouched = new EventNames().with(TODAY, SeatAssigned.class).with(step(SECOND, TODAY, old -> {
            throw new AssertionError("Nothing was stored in this shape.");
        }));
        store(TODAY, "{\"user\":\"Cid\",\"seats\":3}");

        assertThat(new JsonEventDecoder(untouched, json)
                        .decode(log.between(1, 1).getFirst()))
                .isEqualTo(new SeatAssigned("Cid", 3));
    }

    @Test
    void neverChangesWhatIsStored() {
        var random = new Random(20240501);
        IntStream.range(0, 200).forEach(i -> {
            switch (random.nextInt(3)) {
                case 0 -> store(FIRST, "{ \"owner\" : \"%d\" }".formatted(random.nextInt()));
                case 1 -> store(SECOND, "{\"more\":[1,{}],\"user\":\"%d\"}".formatted(random.nextInt()));
                default -> store(TODAY, "{\"seats\":%d,\"user\":\"x\"}".formatted(random.nextInt()));
            }
        });
        var before = storedRows();

        assertThat(throughTheEngine()).hasSize(200).isEqualTo(throughTheDecoder());

        assertThat(storedRows()).isEqualTo(before);
    }

    @Test
    void hasAnEndThatIsKnown() {
        var astray = new EventNames().with(step(FIRST, SECOND, old -> old));
        var decoder = new JsonEventDecoder(astray, json);

        assertThatThrownBy(() -> decoder.namesOf(List.of(SeatAssigned.class))).isInstanceOf(UnknownEventType.class);
    }

    @Test
    void isRefusedWhereItLeadsInACircleOrStandsBesideAnother() {
        var circle = new EventNames().with(step(FIRST, SECOND, old -> old));

        assertThatThrownBy(() -> circle.with(step(SECOND, FIRST, old -> old)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> circle.with(step(FIRST, TODAY, old -> old)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> circle.with(FIRST, SeatAssigned.class)).isInstanceOf(IllegalArgumentException.class);
    }

    private static EventUpcaster step(EventType from, EventType to, UnaryOperator<ObjectNode> step) {
        return new EventUpcaster() {
            @Override
            public EventType from() {
                return from;
            }

            @Override
            public EventType to() {
                return to;
            }

            @Override
            public JsonNode upcast(JsonNode payload) {
                return step.apply((ObjectNode) payload);
            }
        };
    }

    private void store(EventType type, String payload) {
        appender.append(new Append(
                null,
                List.of(new NewEvent(
                        "license/1",
                        "License",
                        null,
                        Generators.timeBasedEpochGenerator().generate(),
                        type,
                        Instant.EPOCH,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        payload.getBytes(StandardCharsets.UTF_8),
                        "{}".getBytes(StandardCharsets.UTF_8)))));
    }

    private List<Object> throughTheEngine() {
        var engine = new PostgresEventStorageEngine(appender, database.jdbc(), names, json, IllegalStateException::new);
        return engine.readEvents("license/1")
                .asStream()
                .<Object>map(EventMessage::getPayload)
                .toList();
    }

    private JsonEventDecoder decoder() {
        return new JsonEventDecoder(names, json);
    }

    private List<Object> throughTheDecoder() {
        return log.page(0, log.head(), decoder().namesOf(List.of(SeatAssigned.class))).stream()
                .map((RecordedEvent event) -> decoder().decode(event))
                .toList();
    }

    private List<String> storedRows() {
        return database.jdbc()
                .sql("""
                        select e::text as row from eventstore.event e
                        union all select b::text from eventstore.batch b
                        order by 1
                        """)
                .query((row, number) -> row.getString("row"))
                .list();
    }
}
