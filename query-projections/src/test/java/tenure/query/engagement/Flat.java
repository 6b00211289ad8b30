package tenure.query.engagement;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tenure.query.shared.Figure;
import tenure.query.shared.Question;
import tenure.query.shared.Rate;

/** An answer as flat lines, so that it can be compared with one that was counted in another way. */
final class Flat {

    private static final Set<String> NOT_COMPARED = Set.of("asOf", "position", "nextCursor");

    private Flat() {}

    /** Every value by its path. Of a figure only its value, of a rate only its sides. */
    static Map<String, String> of(Object answer) {
        var lines = new TreeMap<String, String>();
        add(lines, "", answer);
        return lines;
    }

    /** Every figure of an answer. */
    static List<Figure> figures(Object answer) {
        var figures = new ArrayList<Figure>();
        collect(figures, answer);
        return figures;
    }

    private static void add(Map<String, String> lines, String path, @Nullable Object value) {
        switch (value) {
            case null -> lines.put(path, "null");
            case Figure figure -> lines.put(path, String.valueOf(figure.value()));
            case Rate rate ->
                lines.put(path, rate.of().value() + "/" + rate.among().value());
            case List<?> list -> {
                for (int index = 0; index < list.size(); index++) {
                    add(lines, path + '[' + index + ']', list.get(index));
                }
            }
            case Record record -> {
                for (var component : record.getClass().getRecordComponents()) {
                    if (!NOT_COMPARED.contains(component.getName())) {
                        add(
                                lines,
                                path.isEmpty() ? component.getName() : path + '.' + component.getName(),
                                get(record, component));
                    }
                }
            }
            case Enum<?> word -> lines.put(path, Question.word(word));
            default -> lines.put(path, value.toString());
        }
    }

    private static void collect(List<Figure> figures, @Nullable Object value) {
        switch (value) {
            case null -> {
                // No figure.
            }
            case Figure figure -> figures.add(figure);
            case List<?> list -> list.forEach(one -> collect(figures, one));
            case Record record -> {
                for (var component : record.getClass().getRecordComponents()) {
                    collect(figures, get(record, component));
                }
            }
            default -> {
                // No figure.
            }
        }
    }

    private static @Nullable Object get(Record record, RecordComponent component) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
