package tenure.eventstore.drill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * One run of a random suite: its seed, its amounts, and what it has to report.
 *
 * <p>Amounts are modest unless a property raises them: {@code -Ddrill.NAME.WHAT=N}. A build draws the same numbers as the
 * build before, so that what turns red was changed; a run with raised amounts draws others each time. The seed is printed,
 * and {@code -Ddrill.NAME.seed=N} draws the same numbers again.
 */
public final class Drill {

    private static final long SEED = 20260101;

    private final String name;
    private final long seed;
    private final long began = System.nanoTime();
    private final Map<String, Object> figures = new LinkedHashMap<>();

    /** Begins a run and says which seed it has. */
    public Drill(String name) {
        this.name = name;
        this.seed = Long.getLong("drill." + name + ".seed", isRaised(name) ? System.nanoTime() & 0xffff_ffffL : SEED);
        figures.put("seed", seed);
        say("seed " + seed + " (again with -Ddrill." + name + ".seed=" + seed + ")");
    }

    private static boolean isRaised(String name) {
        return System.getProperties().stringPropertyNames().stream()
                .anyMatch(property -> property.startsWith("drill." + name + "."));
    }

    /** How many of something. */
    public int amount(String what, int modest) {
        return Integer.getInteger("drill." + name + "." + what, modest);
    }

    /** Random numbers of this seed, other ones for each purpose. */
    public SplittableRandom random(long purpose) {
        return new SplittableRandom(seed * 31 + purpose);
    }

    /** Notes a figure for the report. */
    public void figure(String what, Object value) {
        figures.put(what, value);
    }

    /** Says how far it is. */
    public void say(String line) {
        System.out.println(name + ": " + line);
    }

    /** Prints all figures in one line of JSON, and leaves it in {@code target/drills/NAME.json}. */
    public void report() {
        figures.put("seconds", Duration.ofNanos(System.nanoTime() - began).toSeconds());
        var json = new StringBuilder("{\"drill\":\"" + name + '"');
        figures.forEach((what, value) -> json.append(",\"")
                .append(what)
                .append("\":")
                .append(value instanceof Number ? value : '"' + value.toString() + '"'));
        json.append('}');
        say(json.toString());
        try {
            Files.writeString(Files.createDirectories(Path.of("target/drills")).resolve(name + ".json"), json + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
