package tenure.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/problems.md} is the published catalogue of codes: it knows every one that the sources can answer with. */
class ProblemsPageTest {

    private static final Pattern LITERAL =
            Pattern.compile("\"([A-Z][A-Z0-9]{3,}(?:_[A-Z0-9]+)*|[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)\"");
    private static final Pattern REFUSAL = Pattern.compile("(?m)^    ([A-Z_]+)\\(\\s*\"((?:[^\"\\\\]|\\\\.)*)\"\\)");

    /** Names of the environment, of files, of methods and of options; and what stands for a code that is none. */
    private static final Set<String> NO_CODES = Set.of(
            "LC_ALL",
            "PG_VERSION",
            "POST",
            "HEAD",
            "OPTIONS",
            "COMMAND",
            "FILE",
            "NAME",
            "PATH",
            "PT1M",
            "STATE",
            "TIME",
            "UNKNOWN");

    private final String page = read(Path.of("../docs/problems.md"));

    @Test
    void listsEveryRefusalWithItsSentence() {
        var refusals = new TreeSet<String>();
        sources("domain")
                .filter(file -> file.toString().endsWith("Refusal.java"))
                .forEach(file -> REFUSAL.matcher(read(file))
                        .results()
                        .forEach(found -> refusals.add("`%s` | %s | %s |"
                                .formatted(found.group(1), file.getParent().getFileName(), found.group(2)))));

        assertThat(refusals)
                .hasSizeGreaterThan(20)
                .allSatisfy(row -> assertThat(page).contains(row));
    }

    @Test
    void listsEveryOtherCode() {
        var codes = new TreeSet<String>();
        Stream.of("domain", "command-api", "query-projections", "app")
                .flatMap(ProblemsPageTest::sources)
                .forEach(file -> LITERAL.matcher(read(file)).results().forEach(found -> codes.add(found.group(1))));
        codes.removeAll(NO_CODES);

        assertThat(codes)
                .hasSizeGreaterThan(80)
                .as("also those of a single word, and of questions")
                .contains("REPEATED", "EMPTY", "INVALID_CURSOR", "POSITION_BEYOND_LOG")
                .allSatisfy(code -> assertThat(page).contains('`' + code + '`'));
    }

    private static Stream<Path> sources(String module) {
        try (var files = Files.walk(Path.of("..", module, "src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
