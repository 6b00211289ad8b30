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

    /** As the system properties say. */
    public static Settings ofSystemProperties() {
        return new Settings(
                list("benchmark.only", "appends,commands,loads,replay,lag"),
                Integer.parseInt(text("benchmark.rounds", "5")),
                Duration.ofMillis(Math.round(Double.parseDouble(text("benchmark.seconds", "1")) * 1_000)),
                list("benchmark.inFlight", "1,8,32,256").stream()
                        .map(Integer::valueOf)
                        .toList(),
                Integer.parseInt(text("benchmark.events", "200000")),
                Path.of(text("benchmark.directory", "target")));
    }

    private static List<String> list(String property, String otherwise) {
        return List.of(text(property, otherwise).split(","));
    }

    private static String text(String property, String otherwise) {
        var value = System.getProperty(property, "").strip();
        return value.isEmpty() ? otherwise : value;
    }
}
