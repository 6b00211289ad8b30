package tenure.command.catalogue;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tenure.command.problem.FieldError;
import tenure.domain.shared.Described;
import tenure.domain.shared.InvalidValue;
import tenure.domain.shared.Limits;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Fills records from JSON and keeps every problem it meets. A reading is for one body. */
final class RecordReading {

    private static final int MOST_ERRORS = 100;
    private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);

    private final Instant receivedAt;
    private final List<FieldError> errors = new ArrayList<>();

    RecordReading(Instant receivedAt) {
        this.receivedAt = receivedAt;
    }

    List<FieldError> errors() {
        return errors;
    }

    /** The record, or null when a problem was found in it. */
    @Nullable Object record(Class<?> type, JsonNode node, String pointer) {
        if (!node.isObject()) {
            return wrongType(pointer, "an object", node);
        }
        int before = errors.size();
        Shape shape = Shape.of(type);
        refuseUnknown(node, shape.names(), pointer);
        @Nullable Object[] values = new @Nullable Object[shape.parts().size()];
        for (int index = 0; index < values.length; index++) {
            values[index] = part(shape.parts().get(index), node, pointer);
        }
        return errors.size() > before ? null : make(shape, values, pointer);
    }

    private void refuseUnknown(JsonNode node, List<String> names, String pointer) {
        for (String name : node.propertyNames()) {
            if (!names.contains(name)) {
                var near = Near.to(name, names);
                String hint = near.isEmpty() ? "" : " Did you mean " + near.getFirst() + "?";
                problem(below(pointer, name), "UNKNOWN_FIELD", "There is no such field." + hint);
            }
        }
    }

    private @Nullable Object part(Shape.Part part, JsonNode object, String pointer) {
        Described described = Objects.requireNonNull(part.described(), () -> part + " is not described.");
        String place = below(pointer, part.name());
        JsonNode node = object.get(part.name());
        if (node == null || (node.isNull() && described.otherwise().equals("null"))) {
            return left(described, part.type(), object, place);
        }
        return value(part.type(), described, node, place);
    }

    private @Nullable Object left(Described described, Type type, JsonNode object, String pointer) {
        String otherwise = described.otherwise();
        if (otherwise.startsWith(Described.START_OF)) {
            return notLaterThanReceipt(object, otherwise.substring(Described.START_OF.length()), LocalTime.MIN);
        }
        if (otherwise.startsWith(Described.END_OF)) {
            return notLaterThanReceipt(object, otherwise.substring(Described.END_OF.length()), LAST_SECOND);
        }
        return switch (otherwise) {
            case "" -> problem(pointer, "MISSING", "This field is required.");
            case Described.RECEIPT_TIME -> receivedAt;
            case "null" -> null;
            default -> value(type, described, JsonMapper.shared().readTree(otherwise), pointer);
        };
    }

    /** The time on that day of the object. A day that is none is told where it stands, so it does not matter here. */
    private Instant notLaterThanReceipt(JsonNode object, String day, LocalTime time) {
        try {
            Instant then =
                    Times.date(object.path(day).asString("")).atTime(time).toInstant(ZoneOffset.UTC);
            return then.isBefore(receivedAt) ? then : receivedAt;
        } catch (InvalidValue noDay) {
            return receivedAt;
        }
    }

    private @Nullable Object value(Type type, Described described, JsonNode node, String pointer) {
        if (type instanceof ParameterizedType generic) {
            Type[] of = generic.getActualTypeArguments();
            return generic.getRawType().equals(Map.class)
                    ? map(of[1], described, node, pointer)
                    : list(of[0], described, node, pointer);
        }
        Class<?> plain = (Class<?>) type;
        if (plain.equals(boolean.class)) {
            return node.isBoolean() ? Boolean.valueOf(node.booleanValue()) : wrongType(pointer, "true or false", node);
        }
        if (plain.equals(LocalDate.class) || plain.equals(Instant.class)) {
            return time(plain, node, pointer);
        }
        if (plain.isEnum()) {
            return word(plain, node, pointer);
        }
        Shape shape = Shape.of(plain);
        return shape.limits() == null ? record(plain, node, pointer) : single(shape, shape.limits(), node, pointer);
    }

    private @Nullable Object time(Class<?> type, JsonNode node, String pointer) {
        if (!node.isString()) {
            return wrongType(pointer, type.equals(Instant.class) ? "a time as text" : "a date as text", node);
        }
        try {
            return type.equals(Instant.class) ? Times.instant(node.stringValue()) : Times.date(node.stringValue());
        } catch (InvalidValue invalid) {
            return problem(pointer, invalid.code(), invalid.detail());
        }
    }

    /** One of the words of an enum. */
    private @Nullable Object word(Class<?> type, JsonNode node, String pointer) {
        if (!node.isString()) {
            return wrongType(pointer, "text", node);
        }
        var words = Words.of(type);
        Object constant = words.get(node.stringValue());
        return constant == null
                ? problem(pointer, "UNKNOWN_WORD", "Must be one of: %s.".formatted(String.join(", ", words.keySet())))
                : constant;
    }

    /** A value made of one text or number. */
    private @Nullable Object single(Shape shape, Limits limits, JsonNode node, String pointer) {
        Type of = shape.parts().getFirst().type();
        if (of.equals(String.class)) {
            return node.isString()
                    ? make(shape, new Object[] {node.stringValue()}, pointer)
                    : wrongType(pointer, "text", node);
        }
        if (of.equals(BigDecimal.class)) {
            return node.isNumber()
                    ? make(shape, new Object[] {node.decimalValue()}, pointer)
                    : wrongType(pointer, "a number", node);
        }
        if (!node.isIntegralNumber()) {
            return wrongType(pointer, "a whole number", node);
        }
        if (!node.canConvertToLong() || node.longValue() < limits.min() || node.longValue() > limits.max()) {
            String detail = "Must lie between %d and %d.".formatted(limits.min(), limits.max());
            return problem(pointer, "OUT_OF_RANGE", detail);
        }
        Object number = of.equals(int.class) ? (Object) node.intValue() : (Object) node.longValue();
        return make(shape, new Object[] {number}, pointer);
    }

    private @Nullable Object map(Type of, Described described, JsonNode node, String pointer) {
        if (!node.isObject()) {
            return wrongType(pointer, "an object", node);
        }
        if (node.size() > described.maxEntries()) {
            return tooMany(described, pointer);
        }
        var map = new LinkedHashMap<String, Object>();
        node.properties().forEach(entry -> {
            Object value = value(of, described, entry.getValue(), below(pointer, entry.getKey()));
            if (value != null) {
                map.put(entry.getKey(), value);
            }
        });
        return map;
    }

    private @Nullable Object list(Type of, Described described, JsonNode node, String pointer) {
        if (!node.isArray()) {
            return wrongType(pointer, "an array", node);
        }
        if (node.size() > described.maxEntries()) {
            return tooMany(described, pointer);
        }
        var list = new ArrayList<Object>();
        for (int index = 0; index < node.size(); index++) {
            Object value = value(of, described, node.get(index), pointer + "/" + index);
            if (value != null) {
                list.add(value);
            }
        }
        return list;
    }

    private @Nullable Object make(Shape shape, @Nullable Object[] values, String pointer) {
        try {
            return shape.make(values);
        } catch (InvocationTargetException failed) {
            if (failed.getCause() instanceof InvalidValue invalid) {
                String place = invalid.component().isEmpty() ? pointer : below(pointer, invalid.component());
                return problem(place, invalid.code(), invalid.detail());
            }
            throw new IllegalStateException(failed);
        }
    }

    private @Nullable Object tooMany(Described described, String pointer) {
        return problem(pointer, "TOO_MANY", "At most %d entries.".formatted(described.maxEntries()));
    }

    private @Nullable Object wrongType(String pointer, String expected, JsonNode node) {
        String found = node.getNodeType().name().toLowerCase(Locale.ROOT);
        return problem(pointer, "WRONG_TYPE", "Must be %s, not %s.".formatted(expected, found));
    }

    private @Nullable Object problem(String pointer, String code, String detail) {
        if (errors.size() < MOST_ERRORS) {
            errors.add(new FieldError(SafeText.of(pointer, SafeText.POINTER), code, detail));
        }
        return null;
    }

    private static String below(String pointer, String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }
}
