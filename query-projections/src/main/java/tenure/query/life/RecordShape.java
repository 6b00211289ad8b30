package tenure.query.life;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a record is packed: its components one after the other, each by its declared type. Any record of plain values will
 * do: texts, numbers, truth, days, moments, lists and maps of them, and records of them.
 */
final class RecordShape {

    /** Texts of a chunk by number, moments relative to that of the event. */
    interface Context {
        void writeText(ByteWriter out, String text);

        String readText(ByteReader in);

        /** The moment of the event that is being packed; most moments within are the same. */
        Instant moment();
    }

    /** Packs values of one type. */
    private interface Part {
        void write(Object value, ByteWriter out, Context context);

        Object read(ByteReader in, Context context);
    }

    private static final long NANOS = 1_000_000_000;

    private static final ClassValue<RecordShape> SHAPES = new ClassValue<>() {
        @Override
        protected RecordShape computeValue(Class<?> type) {
            return new RecordShape(type);
        }
    };

    private final MethodHandle constructor;
    private final MethodHandle[] getters;
    private final Part[] parts;

    static RecordShape of(Class<?> type) {
        return SHAPES.get(type);
    }

    private RecordShape(Class<?> type) {
        try {
            var lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
            var components = type.getRecordComponents();
            var types = new Class<?>[components.length];
            this.getters = new MethodHandle[components.length];
            this.parts = new Part[components.length];
            for (int i = 0; i < components.length; i++) {
                types[i] = components[i].getType();
                getters[i] = lookup.unreflect(components[i].getAccessor())
                        .asType(MethodType.methodType(Object.class, Object.class));
                parts[i] = partOf(components[i]);
            }
            this.constructor = lookup.findConstructor(type, MethodType.methodType(void.class, types))
                    .asSpreader(Object[].class, types.length)
                    .asType(MethodType.methodType(Object.class, Object[].class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Not to be packed: " + type, e);
        }
    }

    void write(Object event, ByteWriter out, Context context) {
        try {
            for (int i = 0; i < parts.length; i++) {
                parts[i].write((Object) getters[i].invokeExact(event), out, context);
            }
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("Could not be packed: " + event, e);
        }
    }

    Object read(ByteReader in, Context context) {
        var values = new Object[parts.length];
        for (int i = 0; i < parts.length; i++) {
            values[i] = parts[i].read(in, context);
        }
        try {
            return (Object) constructor.invokeExact(values);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("Could not be unpacked", e);
        }
    }

    private static Part partOf(RecordComponent component) {
        var part = partOf(component.getGenericType());
        return component.getType().isPrimitive() ? part : orNothing(part, component.getType() == Instant.class);
    }

    /** Nothing takes a byte, and so does a moment that is the event's. */
    private static Part orNothing(Part part, boolean moment) {
        return new Part() {
            @Override
            public void write(@Nullable Object value, ByteWriter out, Context context) {
                if (value == null) {
                    out.unsigned(0);
                } else if (moment && value.equals(context.moment())) {
                    out.unsigned(1);
                } else {
                    out.unsigned(2);
                    part.write(value, out, context);
                }
            }

            @Override
            @SuppressWarnings("NullAway") // A component that may be null is declared so by its record.
            public Object read(ByteReader in, Context context) {
                long kind = in.unsigned();
                return kind == 0 ? null : kind == 1 ? context.moment() : part.read(in, context);
            }
        };
    }

    private static Part partOf(Type type) {
        if (type instanceof ParameterizedType generic) {
            return generic.getRawType() == Map.class
                    ? map(partOf(generic.getActualTypeArguments()[1]))
                    : list(partOf(generic.getActualTypeArguments()[0]));
        }
        return switch (((Class<?>) type).getSimpleName()) {
            case "String" ->
                part(
                        (value, out, context) -> context.writeText(out, (String) value),
                        (in, context) -> context.readText(in));
            case "int", "Integer" ->
                part((value, out, context) -> out.number((Integer) value), (in, context) -> (int) in.number());
            case "long", "Long" ->
                part((value, out, context) -> out.number((Long) value), (in, context) -> in.number());
            case "boolean", "Boolean" ->
                part(
                        (value, out, context) -> out.unsigned((Boolean) value ? 1 : 0),
                        (in, context) -> in.unsigned() == 1);
            case "LocalDate" ->
                part(
                        (value, out, context) -> out.number(((LocalDate) value).toEpochDay()),
                        (in, context) -> LocalDate.ofEpochDay(in.number()));
            case "Instant" ->
                part(RecordShape::writeInstant, (in, context) -> Instant.ofEpochSecond(in.number(), in.unsigned()));
            case "BigDecimal" ->
                part(
                        (value, out, context) -> context.writeText(out, ((BigDecimal) value).toString()),
                        (in, context) -> new BigDecimal(context.readText(in)));
            case "BigInteger" ->
                part(
                        (value, out, context) -> context.writeText(out, value.toString()),
                        (in, context) -> new BigInteger(context.readText(in)));
            default -> nested((Class<?>) type);
        };
    }

    private static void writeInstant(Object value, ByteWriter out, Context context) {
        var moment = (Instant) value;
        out.number(moment.getEpochSecond());
        out.unsigned(moment.getNano() % NANOS);
    }

    private static Part nested(Class<?> type) {
        if (!type.isRecord()) {
            throw new IllegalStateException("Events hold plain values only, not " + type);
        }
        return part(
                (value, out, context) -> of(type).write(value, out, context),
                (in, context) -> of(type).read(in, context));
    }

    private static Part list(Part element) {
        return part(
                (value, out, context) -> {
                    var list = (List<?>) value;
                    out.unsigned(list.size());
                    list.forEach(one -> element.write(one, out, context));
                },
                (in, context) -> {
                    var list = new ArrayList<Object>();
                    for (long left = in.unsigned(); left > 0; left--) {
                        list.add(element.read(in, context));
                    }
                    return list;
                });
    }

    private static Part map(Part element) {
        return part(
                (value, out, context) -> {
                    var map = (Map<?, ?>) value;
                    out.unsigned(map.size());
                    map.forEach((key, one) -> {
                        context.writeText(out, (String) key);
                        element.write(one, out, context);
                    });
                },
                (in, context) -> {
                    var map = new LinkedHashMap<String, Object>();
                    for (long left = in.unsigned(); left > 0; left--) {
                        map.put(context.readText(in), element.read(in, context));
                    }
                    return map;
                });
    }

    private interface Writing {
        void write(Object value, ByteWriter out, Context context);
    }

    private interface Reading {
        Object read(ByteReader in, Context context);
    }

    private static Part part(Writing writing, Reading reading) {
        return new Part() {
            @Override
            public void write(Object value, ByteWriter out, Context context) {
                writing.write(value, out, context);
            }

            @Override
            public Object read(ByteReader in, Context context) {
                return reading.read(in, context);
            }
        };
    }
}
