package tenure.command.http;

import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tenure.command.catalogue.Words;
import tenure.domain.shared.Described;
import tenure.domain.shared.Limits;
import tools.jackson.databind.json.JsonMapper;

/** Describes the records of commands as JSON schemas, from the same annotations that they are read by. */
public final class CommandSchemas {

    private CommandSchemas() {}

    /** The schema of an object with the components of the record as its members, and no others. */
    public static Schema<?> of(Class<?> type) {
        JsonSchema schema = typed("object");
        for (RecordComponent component : type.getRecordComponents()) {
            Described described = Objects.requireNonNull(component.getAnnotation(Described.class));
            schema.addProperty(component.getName(), component(component, described));
            if (described.otherwise().isEmpty()) {
                schema.addRequiredItem(component.getName());
            }
        }
        schema.setAdditionalProperties(false);
        return schema;
    }

    /** An empty schema of one type. */
    public static JsonSchema typed(String type) {
        var schema = new JsonSchema();
        schema.addType(type);
        return schema;
    }

    private static Schema<?> map(Schema<?> of, Described described) {
        JsonSchema map = typed("object");
        map.setAdditionalProperties(of);
        map.setMaxProperties(described.maxEntries());
        return map;
    }

    private static Schema<?> list(Schema<?> of, Described described) {
        JsonSchema list = typed("array");
        list.setItems(of);
        list.setMinItems(described.otherwise().isEmpty() ? 1 : 0);
        list.setMaxItems(described.maxEntries());
        return list;
    }

    private static Schema<?> component(RecordComponent component, Described described) {
        Schema<?> schema = of(component.getGenericType(), described);
        String otherwise = described.otherwise();
        switch (otherwise) {
            case "" -> schema.description(described.value());
            case Described.RECEIPT_TIME ->
                schema.description(described.value() + " When left out: the moment the command is received.");
            case "null" -> orNull(schema).description(described.value());
            default -> {
                if (otherwise.startsWith(Described.START_OF) || otherwise.startsWith(Described.END_OF)) {
                    return schema.description(
                            "%s When left out: the %s in UTC, or the moment the command is received if that is earlier."
                                    .formatted(described.value(), otherwise));
                }
                schema.description(described.value())
                        .setDefault(JsonMapper.shared().readValue(otherwise, Object.class));
            }
        }
        return schema;
    }

    private static Schema<?> of(Type type, Described described) {
        if (type instanceof ParameterizedType generic) {
            Type[] of = generic.getActualTypeArguments();
            return generic.getRawType().equals(Map.class)
                    ? map(of(of[1], described), described)
                    : list(of(of[0], described), described);
        }
        Class<?> plain = (Class<?>) type;
        if (plain.equals(boolean.class)) {
            return typed("boolean");
        }
        if (plain.equals(LocalDate.class)) {
            return typed("string").format("date");
        }
        if (plain.equals(Instant.class)) {
            return typed("string").format("date-time");
        }
        if (plain.isEnum()) {
            JsonSchema word = typed("string");
            Words.of(plain).keySet().forEach(word::addEnumItemObject);
            return word;
        }
        return plain.isAnnotationPresent(Limits.class) ? single(plain) : of(plain);
    }

    /** An enum names all that is allowed, so null must be among it. */
    @SuppressWarnings("unchecked")
    private static Schema<?> orNull(Schema<?> schema) {
        schema.addType("null");
        if (schema.getEnum() != null) {
            ((List<Object>) schema.getEnum()).add(null);
        }
        return schema;
    }

    private static Schema<?> single(Class<?> type) {
        Limits limits = Objects.requireNonNull(type.getAnnotation(Limits.class));
        Class<?> of = type.getRecordComponents()[0].getType();
        if (!of.equals(String.class)) {
            return number(of).minimum(BigDecimal.valueOf(limits.min())).maximum(BigDecimal.valueOf(limits.max()));
        }
        Schema<?> text = typed("string");
        if (!limits.pattern().isEmpty()) {
            text.pattern("^" + limits.pattern() + "$");
        }
        if (limits.minLength() > 0) {
            text.minLength(limits.minLength());
        }
        if (limits.maxLength() < Integer.MAX_VALUE) {
            text.maxLength(limits.maxLength());
        }
        return text;
    }

    private static Schema<?> number(Class<?> type) {
        if (type.equals(BigDecimal.class)) {
            return typed("number");
        }
        return typed("integer").format(type.equals(int.class) ? "int32" : "int64");
    }
}
