package tenure.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each guard rail of the build is held against a small module of this project that breaks it. */
class GuardRailsBiteTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private Path module;

    /** Below the project, so that the settings in its .mvn folder hold for it. */
    @BeforeEach
    void anEmptyModule() throws IOException {
        module = Files.createTempDirectory(
                Files.createDirectories(Path.of("target/guard-rails").toAbsolutePath()), "module");
    }

    @Test
    void aWellKeptModulePasses() throws Exception {
        write("Tidy.java", """
                package tidy;

                /** Nothing to say against it. */
                public final class Tidy {
                    private Tidy() {}
                }
                """);

        assertThat(build("")).contains("exit 0");
    }

    @Test
    void formatIsChecked() throws Exception {
        write("Untidy.java", """
                package tidy;
                public final class Untidy{ private Untidy( ){} }
                """);

        assertThat(build("")).contains("exit 1", "spotless:apply");
    }

    @Test
    void aPossibleNullIsAnError() throws Exception {
        write("package-info.java", """
                @NullMarked
                package tidy;

                import org.jspecify.annotations.NullMarked;
                """);
        write("Careless.java", """
                package tidy;

                import org.jspecify.annotations.Nullable;

                final class Careless {
                    private Careless() {}

                    static int length(@Nullable String text) {
                        return text.length();
                    }
                }
                """);

        assertThat(build("")).contains("exit 1", "[NullAway] dereferenced expression 'text' is @Nullable");
    }

    @Test
    void aLikelyMistakeIsAnError() throws Exception {
        write("Mistaken.java", """
                package tidy;

                final class Mistaken {
                    private Mistaken() {}

                    static void trim(String text) {
                        text.trim();
                    }
                }
                """);

        assertThat(build("")).contains("exit 1", "[ReturnValueIgnored]");
    }

    @Test
    void aBannedLibraryIsAnError() throws Exception {
        var output = build("""
                <dependencies>
                  <dependency>
                    <groupId>com.thoughtworks.xstream</groupId>
                    <artifactId>xstream</artifactId>
                    <version>1.4.21</version>
                  </dependency>
                </dependencies>
                """);

        assertThat(output).contains("exit 1", "XStream", "do not belong in Tenure");
    }

    private void write(String name, String source) throws IOException {
        var folder = Files.createDirectories(module.resolve("src/main/java/tidy"));
        Files.writeString(folder.resolve(name), source);
    }

    /** Compiles the module with the build of this project; what Maven said, and its exit code at the end. */
    private String build(String dependencies) throws IOException, InterruptedException {
        Files.writeString(
                module.resolve("pom.xml"), """
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <modelVersion>4.0.0</modelVersion>
                  <parent>
                    <groupId>dev.tenure</groupId>
                    <artifactId>tenure</artifactId>
                    <version>0.1.0</version>
                    <relativePath>%s</relativePath>
                  </parent>
                  <artifactId>guarded</artifactId>
                %s</project>
                """.formatted(module.relativize(ROOT.resolve("pom.xml")), dependencies));
        var output = module.resolve("maven.log");
        var maven = new ProcessBuilder(
                        ROOT.resolve("mvnw").toString(), "-B", "-ntp", "-f", module.toString(), "compile")
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        maven.environment().keySet().removeIf(name -> name.startsWith("MAVEN"));
        var running = maven.start();
        assertThat(running.waitFor(5, TimeUnit.MINUTES)).isTrue();
        return Files.readString(output) + "\nexit " + running.exitValue();
    }
}
