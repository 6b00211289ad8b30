package tenure.benchmark.fill;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import tenure.benchmark.market.Happening;
import tenure.domain.EventCatalogue;
import tenure.domain.shared.EventName;
import tenure.eventstore.EventType;
import tenure.eventstore.NewEvent;
import tenure.eventstore.StoredJson;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** Writes happenings down as Tenure stores them. The same seed and happening lead to the same bytes and ids. */
final class StoredHappenings {

    private static final String ACTOR = "market";
    private static final byte[] NO_METADATA = {'{', '}'};
    private static final long VERSION_7 = 0x7000L;
    private static final long COUNTER = 0xfffL;
    private static final long VARIANT = 1L << 63;
    private static final int TIME_SHIFT = 16;

    private final long seed;
    private final Map<Class<?>, Stored> stored = new HashMap<>();

    private record Stored(EventType type, ObjectWriter writer) {}

    StoredHappenings(long seed) {
        this.seed = seed;
        JsonMapper json = StoredJson.mapper();
        for (var event : EventCatalogue.events()) {
            var name = Objects.requireNonNull(event.getAnnotation(EventName.class), event::getName);
            stored.put(event, new Stored(new EventType(name.value(), name.revision()), json.writerFor(event)));
        }
    }

    NewEvent of(Happening happening) {
        var as = Objects.requireNonNull(stored.get(happening.event().getClass()));
        var number = happening.number();
        var one = mixed(seed + 2 * number);
        var other = mixed(seed + 2 * number + 1);
        return new NewEvent(
                happening.stream(),
                happening.kind(),
                happening.version(),
                timeOrdered(happening.occurredAt().toEpochMilli(), number, one),
                as.type(),
                happening.occurredAt(),
                happening.customerId(),
                happening.userId(),
                HexFormat.of().toHexDigits(one) + HexFormat.of().toHexDigits(other),
                new UUID(other, VARIANT | one >>> 2).toString(),
                "market-" + number,
                ACTOR,
                as.writer().writeValueAsBytes(happening.event()),
                NO_METADATA);
    }

    /** A UUID of version 7. */
    private static UUID timeOrdered(long millis, long number, long chance) {
        return new UUID(millis << TIME_SHIFT | VERSION_7 | (number & COUNTER), VARIANT | chance >>> 2);
    }

    /** The finisher of SplitMix64: near numbers become far ones, no two the same. */
    private static long mixed(long number) {
        var mixed = number * 0x9e3779b97f4a7c15L;
        mixed = (mixed ^ mixed >>> 30) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
        return mixed ^ mixed >>> 31;
    }
}
