package tenure.command.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tenure.command.problem.ProblemException;
import tenure.domain.shared.Described;

class CommandCatalogueTest {

    private static final CommandCatalogue CATALOGUE = CommandCatalogue.ofTheDomain();

    static Collection<CommandKind> everyCommand() {
        return CATALOGUE.all();
    }

    @Test
    void namesCommandsAsTheyStandInThePath() {
        assertThat(CATALOGUE.all().stream().map(CommandKind::name))
                .contains("register-customer", "sell-license", "report-usage-day", "define-funnel");
    }

    @Test
    void listsEveryCommandOfTheDomain() throws Exception {
        assertThat(CATALOGUE.all().stream().map(kind -> kind.type().getName()).collect(Collectors.toSet()))
                .isEqualTo(recordsInSealedCommandInterfaces());
    }

    @ParameterizedTest
    @MethodSource("everyCommand")
    void describesEveryCommandAndEachOfItsComponents(CommandKind kind) {
        assertThat(kind.description()).endsWith(".");
        for (RecordComponent component : kind.type().getRecordComponents()) {
            assertThat(component.getAnnotation(Described.class))
                    .as("%s of %s", component.getName(), kind.name())
                    .isNotNull();
        }
    }

    @ParameterizedTest
    @MethodSource("everyCommand")
    void hasAnExampleOfEveryCommandThatCanBeSentAsItIs(CommandKind kind) {
        Object command = new CommandReader().read(kind, kind.example(), Instant.EPOCH);

        assertThat(command).isInstanceOf(kind.type());
        assertThat(kind.streamOf(command)).matches("[a-z]+(-[a-z]+)*(/[A-Za-z0-9._-]+)+");
    }

    @Test
    void tellsNamesThatComeNearAnUnknownOne() {
        assertThatThrownBy(() -> CATALOGUE.named("sell-licence"))
                .asInstanceOf(InstanceOfAssertFactories.type(ProblemException.class))
                .satisfies(problem -> assertThat(problem.problem().near()).containsExactly("sell-license"))
                .satisfies(problem -> assertThat(problem.problem().status()).isEqualTo(404));
    }

    /** Read from the files, so that a subject which the catalogue has forgotten shows. */
    private static Set<String> recordsInSealedCommandInterfaces() throws IOException {
        var names = new HashSet<String>();
        for (var file : new PathMatchingResourcePatternResolver()
                .getResources("classpath*:tenure/domain/**/*Command$*.class")) {
            var path = file.getURL().getPath();
            names.add(path.substring(path.lastIndexOf("tenure/domain/"))
                    .replace('/', '.')
                    .replaceFirst("\\.class$", ""));
        }
        return names;
    }
}
