package tenure.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A rule about something that nobody has is green for ever, so each is held against classes that break it. */
class ArchitectureRulesBiteTest {

    private static final JavaClasses CLASSES_THAT_BREAK_EVERY_RULE =
            new ClassFileImporter().importPackages("tenure.architecture.violation");

    static Stream<String> names() {
        return ArchitectureTest.names();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void failsOnAViolation(String name) {
        assertThat(ArchitectureTest.rules()
                        .get(name)
                        .evaluate(CLASSES_THAT_BREAK_EVERY_RULE)
                        .hasViolation())
                .isTrue();
    }
}
