package tenure.query.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tenure.domain.EventCatalogue;

class ChunkTest {

    private static final List<String> TEXTS = List.of("", "a", "anna", "Größe", "\uD83D\uDE80 away", "x".repeat(300));

    private final RandomGenerator random = RandomGenerator.of("L64X128MixRandom");

    @Test
    void givesBackEveryEventOfTheCatalogueAsItWas() throws Exception {
        var entries = new ArrayList<Chunk.Entry>();
        var chunk = Chunk.empty();
        for (int round = 0; round < 20; round++) {
            for (var type : EventCatalogue.events()) {
                var occurredAt = Instant.ofEpochSecond(random.nextInt(), 1_000L * random.nextInt(1_000_000));
                var recordedAt = occurredAt.plusSeconds(random.nextInt(-10_000_000, 10_000_000));
                var delay = Delay.of(occurredAt, recordedAt);
                entries.add(new LifeEvent(random.nextLong(Long.MAX_VALUE), occurredAt, delay, any(type, occurredAt)));
            }
            entries.add(new Chunk.Withdrawal(random.nextLong(Long.MAX_VALUE), random.nextLong(Long.MAX_VALUE)));
        }
        for (var entry : entries) {
            chunk.add(entry);
            // It is taken up again as it lies in the database.
            chunk = random.nextInt(10) == 0 ? Chunk.of(chunk.packed()) : chunk;
        }

        var read = new ArrayList<Chunk.Entry>();
        Chunk.read(chunk.packed(), read::add);

        assertThat(read).isEqualTo(entries);
    }

    private Record any(Class<?> type, Instant occurredAt) throws Exception {
        var components = type.getRecordComponents();
        var types = new Class<?>[components.length];
        var values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            values[i] = components[i].getName().equals("occurredAt")
                    ? occurredAt
                    : value(
                            components[i].getGenericType(),
                            components[i].isAnnotationPresent(Nullable.class)
                                    || components[i].getAnnotatedType().isAnnotationPresent(Nullable.class),
                            occurredAt);
        }
        var constructor = type.getDeclaredConstructor(types);
        constructor.setAccessible(true);
        return (Record) constructor.newInstance(values);
    }

    private @Nullable Object value(Type type, boolean mayBeNull, Instant occurredAt) throws Exception {
        if (mayBeNull && random.nextBoolean()) {
            return null;
        }
        if (type instanceof ParameterizedType generic) {
            return generic.getRawType() == Map.class ? map(generic, occurredAt) : list(generic, occurredAt);
        }
        return switch (((Class<?>) type).getSimpleName()) {
            case "String" -> TEXTS.get(random.nextInt(TEXTS.size()));
            case "int", "Integer" -> random.nextInt();
            case "long", "Long" -> random.nextLong();
            case "boolean", "Boolean" -> random.nextBoolean();
            case "LocalDate" -> LocalDate.ofEpochDay(random.nextInt(-40_000, 2_000_000));
            case "Instant" -> Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000));
            case "BigDecimal" -> BigDecimal.valueOf(random.nextLong(), random.nextInt(-3, 9));
            default -> any((Class<?>) type, occurredAt);
        };
    }

    private List<Object> list(ParameterizedType type, Instant occurredAt) throws Exception {
        var list = new ArrayList<Object>();
        for (int i = random.nextInt(4); i > 0; i--) {
            list.add(value(type.getActualTypeArguments()[0], false, occurredAt));
        }
        return list;
    }

    private Map<Object, Object> map(ParameterizedType type, Instant occurredAt) throws Exception {
        var map = new LinkedHashMap<Object, Object>();
        for (int i = random.nextInt(4); i > 0; i--) {
            map.put(TEXTS.get(i), value(type.getActualTypeArguments()[1], false, occurredAt));
        }
        return map;
    }
}
