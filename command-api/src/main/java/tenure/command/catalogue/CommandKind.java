package tenure.command.catalogue;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import tenure.domain.shared.Described;
import tenure.domain.shared.Fact;
import tenure.domain.shared.Targeted;
import tools.jackson.databind.JsonNode;

/**
 * One command that can be sent.
 *
 * @param name    as it stands in the path, such as {@code sell-license}
 * @param example a body that can be sent as it is
 */
public record CommandKind(String name, Class<?> type, JsonNode example) {

    static String nameOf(Class<?> type) {
        return type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    /** What it does, in words for those who send it. */
    public String description() {
        return Objects.requireNonNull(type.getAnnotation(Described.class), name).value();
    }

    /** Whether it is recorded as told instead of being decided. */
    public boolean isFact() {
        return Fact.class.isAssignableFrom(type);
    }

    /** Its fields, in their order. */
    public List<CommandField> fields() {
        return CommandField.of(type);
    }

    /** The stream that a command of this kind goes to. */
    public String streamOf(Object command) {
        if (command instanceof Targeted targeted) {
            return targeted.stream();
        }
        return Arrays.stream(type.getRecordComponents())
                .filter(component -> component.getAccessor().isAnnotationPresent(TargetAggregateIdentifier.class))
                .map(component -> String.valueOf(valueOf(component, command)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(name + " names no aggregate."));
    }

    private static Object valueOf(RecordComponent component, Object command) {
        try {
            return component.getAccessor().invoke(command);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
