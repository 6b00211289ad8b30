package tenure.command.catalogue;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tenure.domain.shared.Described;
import tenure.domain.shared.Limits;

/**
 * What reflection tells of a record, asked once: asking for every value of every request takes most of the time of
 * reading it.
 *
 * @param limits what a value of one text or number may be; null for a record of several components
 */
record Shape(List<Part> parts, List<String> names, @Nullable Limits limits, Constructor<?> constructor) {

    private static final ClassValue<Shape> KNOWN = new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
            return find(type);
        }
    };

    static Shape of(Class<?> type) {
        return KNOWN.get(type);
    }

    /** Makes the record; what its constructor throws is wrapped. */
    Object make(@Nullable Object[] values) throws InvocationTargetException {
        try {
            return constructor.newInstance(values);
        } catch (InstantiationException | IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Shape find(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        try {
            return new Shape(
                    Stream.of(components)
                            .map(component -> new Part(
                                    component.getName(),
                                    component.getGenericType(),
                                    component.getAnnotation(Described.class)))
                            .toList(),
                    Stream.of(components).map(RecordComponent::getName).toList(),
                    type.getAnnotation(Limits.class),
                    type.getDeclaredConstructor(
                            Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new)));
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** One component; the single one of a value is not described. */
    record Part(String name, Type type, @Nullable Described described) {}
}
