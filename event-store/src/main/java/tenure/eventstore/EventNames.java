package tenure.eventstore;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The names under which events are stored, and what the log indexes of each. The log knows no event; whoever runs it
 * hands it this catalogue. Class names never reach the database.
 */
public final class EventNames {

    private final Map<Class<?>, StoredClass> byClass = new HashMap<>();
    private final Map<EventType, Class<?>> byType = new HashMap<>();

    /**
     * Names a record. Of its components the log uses {@code customerId}, {@code userId} (text) and {@code occurredAt}
     * (an instant) where they exist.
     *
     * @throws IllegalArgumentException when the name or the class is taken already
     */
    public EventNames with(EventType type, Class<? extends Record> event) {
        if (byClass.putIfAbsent(event, StoredClass.of(type, event)) != null
                || byType.putIfAbsent(type, event) != null) {
            throw new IllegalArgumentException(type + " or " + event.getName() + " is in the catalogue already.");
        }
        return this;
    }

    /** All names. */
    public Collection<EventType> types() {
        return Set.copyOf(byType.keySet());
    }

    /**
     * The class that reads payloads of a stored type.
     *
     * @throws UnknownEventType when the catalogue has no such name and revision
     */
    public Class<?> classOf(EventType type) {
        var found = byType.get(type);
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

        static StoredClass of(EventType type, Class<? extends Record> event) {
            return new StoredClass(
                    type,
                    accessor(event, "customerId", String.class),
                    accessor(event, "userId", String.class),
                    accessor(event, "occurredAt", Instant.class));
        }

        private static @Nullable MethodHandle accessor(Class<? extends Record> event, String name, Class<?> type) {
            return Arrays.stream(event.getRecordComponents())
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
