package tenure.eventstore;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The names under which events are stored, and what the log indexes of each. The log knows no event; whoever runs it
 * hands it this catalogue. Class names never reach the database.
 */
public final class EventNames {

    private final Map<Class<?>, StoredClass> byClass = new HashMap<>();
    private final Map<EventType, Class<?>> byType = new HashMap<>();
    private final Map<EventType, EventUpcaster> upcasters = new HashMap<>();

    /**
     * Names a class, as a rule a record. Of a record's components the log uses {@code customerId}, {@code userId} (text)
     * and {@code occurredAt} (an instant) where they exist.
     *
     * @throws IllegalArgumentException when the name or the class is taken already
     */
    public EventNames with(EventType type, Class<?> event) {
        if (upcasters.containsKey(type)
                || byClass.putIfAbsent(event, StoredClass.of(type, event)) != null
                || byType.putIfAbsent(type, event) != null) {
            throw new IllegalArgumentException(type + " or " + event.getName() + " is in the catalogue already.");
        }
        return this;
    }

    /**
     * Keeps an older shape readable.
     *
     * @throws IllegalArgumentException when the older shape has a class or an upcaster already, or would never end in one
     */
    public EventNames with(EventUpcaster upcaster) {
        var from = upcaster.from();
        if (byType.containsKey(from) || upcasters.containsKey(from)) {
            throw new IllegalArgumentException(from + " is in the catalogue already.");
        }
        if (from.equals(today(upcaster.to()))) {
            throw new IllegalArgumentException("The upcasters of " + from + " lead back to it.");
        }
        upcasters.put(from, upcaster);
        return this;
    }

    /** All names that can be read, those of older shapes, too. */
    public Collection<EventType> types() {
        var types = new HashSet<>(byType.keySet());
        types.addAll(upcasters.keySet());
        return Set.copyOf(types);
    }

    @Nullable EventUpcaster upcasterFrom(EventType type) {
        return upcasters.get(type);
    }

    private EventType today(EventType type) {
        var step = upcasters.get(type);
        return step == null ? type : today(step.to());
    }

    /**
     * The class that payloads of a stored type become.
     *
     * @throws UnknownEventType when the catalogue has no such name and revision
     */
    public Class<?> classOf(EventType type) {
        var found = byType.get(today(type));
        if (found == null) {
            throw new UnknownEventType("The log holds events of type " + type + ", which this version does not know.");
        }
        return found;
    }

    StoredClass storedClass(Class<?> event) {
        var found = byClass.get(event);
        if (found == null) {
            throw new UnknownEventType(event.getName() + " has no stored name: it is missing in the event catalogue.");
        }
        return found;
    }

    /** What the log needs to know of a class of events. */
    record StoredClass(
            EventType type,
            @Nullable MethodHandle customerId,
            @Nullable MethodHandle userId,
            @Nullable MethodHandle occurredAt) {

        static StoredClass of(EventType type, Class<?> event) {
            return new StoredClass(
                    type,
                    accessor(event, "customerId", String.class),
                    accessor(event, "userId", String.class),
                    accessor(event, "occurredAt", Instant.class));
        }

        private static @Nullable MethodHandle accessor(Class<?> event, String name, Class<?> type) {
            return Stream.ofNullable(event.getRecordComponents())
                    .flatMap(Arrays::stream)
                    .filter(component -> component.getName().equals(name) && component.getType() == type)
                    .findFirst()
                    .map(StoredClass::handle)
                    .orElse(null);
        }

        private static MethodHandle handle(RecordComponent component) {
            try {
                var accessor = component.getAccessor();
                accessor.setAccessible(true);
                return MethodHandles.lookup().unreflect(accessor);
            } catch (IllegalAccessException e) {
                throw new IllegalArgumentException(component + " cannot be read.", e);
            }
        }

        static @Nullable Object read(@Nullable MethodHandle accessor, Object event) {
            if (accessor == null) {
                return null;
            }
            try {
                return accessor.invoke(event);
            } catch (RuntimeException | Error e) {
                throw e;
            } catch (Throwable e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** An event that the catalogue does not name. */
    public static final class UnknownEventType extends RuntimeException {
        UnknownEventType(String message) {
            super(message);
        }
    }
}
