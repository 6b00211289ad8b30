package tenure.command.catalogue;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One field of a command, for those who fill commands from something else than JSON.
 *
 * @param required whether it must be there
 * @param words    what it can be; empty when it is not one of a few words
 * @param parts    the value of a map, the element of a list, the fields of an object; else empty
 */
public record CommandField(String name, Form form, boolean required, List<String> words, List<CommandField> parts) {

    /** What a field holds in JSON. */
    public enum Form {
        TEXT,
        WHOLE,
        DECIMAL,
        BOOLEAN,
        DATE,
        TIME,
        MAP,
        LIST,
        OBJECT
    }

    static List<CommandField> of(Class<?> type) {
        return Shape.of(type).parts().stream()
                .map(part -> of(
                        part.name(),
                        part.type(),
                        Objects.requireNonNull(part.described()).otherwise().isEmpty()))
                .toList();
    }

    private static CommandField of(String name, Type type, boolean required) {
        if (type instanceof ParameterizedType generic) {
            Type[] of = generic.getActualTypeArguments();
            boolean map = generic.getRawType().equals(Map.class);
            return new CommandField(
                    name, map ? Form.MAP : Form.LIST, required, List.of(), List.of(of("", map ? of[1] : of[0], false)));
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isEnum()) {
            return new CommandField(
                    name, Form.TEXT, required, List.copyOf(Words.of(plain).keySet()), List.of());
        }
        Form form = formOf(plain);
        return new CommandField(name, form, required, List.of(), form == Form.OBJECT ? of(plain) : List.of());
    }

    private static Form formOf(Class<?> type) {
        if (type.equals(boolean.class)) {
            return Form.BOOLEAN;
        }
        if (type.equals(LocalDate.class)) {
            return Form.DATE;
        }
        if (type.equals(Instant.class)) {
            return Form.TIME;
        }
        Shape shape = Shape.of(type);
        if (shape.limits() == null) {
            return Form.OBJECT;
        }
        Type single = shape.parts().getFirst().type();
        return single.equals(String.class) ? Form.TEXT : single.equals(BigDecimal.class) ? Form.DECIMAL : Form.WHOLE;
    }
}
