package tenure.benchmark.measure;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What a run was asked to do, by system properties.
 *
 * @param parts     what to measure ({@code benchmark.only}, a comma between)
 * @param rounds    turns of each contestant that count ({@code benchmark.rounds})
 * @param length    of a turn ({@code benchmark.seconds})
 * @param inFlight  callers of single appends at the same time ({@code benchmark.inFlight})
 * @param events    in the log that is replayed ({@code benchmark.events})
 * @param directory for the server's files, on a real disk; a folder for temporary files may be kept in memory, where a
 *     flush costs nothing ({@code benchmark.directory})
 */
public record Settings(
        List<String> parts, int rounds, Duration length, List<Integer> inFlight, int events, Path directory) {

    /**
     * As the system properties say.
     *
     * @throws IllegalArgumentException when one of them is no number, or too small; its message says which
     */
    public static Settings ofSystemProperties() {
        return new Settings(
                list("benchmark.only", "appends,commands,loads,replay,lag"),
                (int) number("benchmark.rounds", text("benchmark.rounds", "5")),
                Duration.ofMillis(Math.round(number("benchmark.seconds", text("benchmark.seconds", "1")) * 1_000)),
                list("benchmark.inFlight", "1,8,32,256").stream()
                        .map(count -> (int) number("benchmark.inFlight", count))
                        .toList(),
                (int) number("benchmark.events", text("benchmark.events", "200000")),
                Path.of(text("benchmark.directory", "target")));
    }

    /** What a system property says, or the other value when it says nothing. */
    public static String text(String property, String otherwise) {
        var value = System.getProperty(property, "").strip();
        return value.isEmpty() ? otherwise : value;
    }

    /**
     * The whole number, one or more, that a system property says.
     *
     * @throws IllegalArgumentException when it is none; its message says which property
     */
    public static long count(String property, long otherwise) {
        return Math.max(1, (long) number(property, text(property, Long.toString(otherwise))));
    }

    private static List<String> list(String property, String otherwise) {
        return List.of(text(property, otherwise).split(","));
    }

    private static double number(String property, String text) {
        try {
            var number = Double.parseDouble(text);
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new IllegalArgumentException(property + " must be a number above zero, not " + text + ".");
    }
}
