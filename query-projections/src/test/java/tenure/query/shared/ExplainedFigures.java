package tenure.query.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tenure.query.shared.FigureSource.Asked;
import tenure.query.shared.FigureSource.Evidence;

/** Asks for the explanation of every figure in an answer, by the address that the figure carries. */
public final class ExplainedFigures {

    private ExplainedFigures() {}

    /** All figures in an answer, however deep. */
    public static List<Figure> in(Object answer) {
        var found = new ArrayList<Figure>();
        collect(answer, found);
        return found;
    }

    private static void collect(Object part, List<Figure> found) {
        if (part instanceof Figure figure) {
            found.add(figure);
        } else if (part instanceof Collection<?> parts) {
            parts.forEach(one -> collect(one, found));
        } else if (part instanceof Record record) {
            for (var component : record.getClass().getRecordComponents()) {
                try {
                    var accessor = component.getAccessor();
                    accessor.setAccessible(true);
                    collect(accessor.invoke(record), found);
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }

    /** What the address of a figure asks. */
    public static Asked asked(Figure figure) {
        Map<String, String> parameters = new HashMap<>();
        for (var parameter : URI.create(figure.explain()).getRawQuery().split("&")) {
            var parts = parameter.split("=", 2);
            parameters.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        var from = parameters.get("from");
        return new Asked(
                parameters.get("figure"),
                new Standpoint(
                        new AsOf(LocalDate.parse(parameters.get("asOf"))), Long.parseLong(parameters.get("knownAt"))),
                parameters.get("customer"),
                parameters.get("subject"),
                from == null ? null : LocalDate.parse(from));
    }

    /** Every figure is known to the source, and its evidence adds up to it. Returns how many there were. */
    public static int agree(Object answer, FigureSource source) {
        var figures = in(answer);
        for (var figure : figures) {
            var asked = asked(figure);
            assertThat(source.figures()).contains(asked.figure());
            assertThat(source.evidence(asked).stream()
                            .mapToLong(Evidence::counts)
                            .sum())
                    .as(figure.explain())
                    .isEqualTo(figure.value());
        }
        return figures.size();
    }
}
