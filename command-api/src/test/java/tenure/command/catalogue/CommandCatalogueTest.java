package tenure.command.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tenure.command.problem.ProblemException;
import tenure.domain.customer.CustomerCommand;
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
        assertThat(kind.streamOf(command)).matches("(customer|license|usage|funnel)/[A-Za-z0-9._-]+");
    }

    @Test
    void tellsNamesThatComeNearAnUnknownOne() {
        assertThatThrownBy(() -> CATALOGUE.named("sell-licence"))
                .asInstanceOf(InstanceOfAssertFactories.type(ProblemException.class))
                .satisfies(problem -> assertThat(problem.problem().near()).containsExactly("sell-license"))
                .satisfies(problem -> assertThat(problem.problem().status()).isEqualTo(404));
    }

    /** Read from the files, so that a subject which the catalogue has forgotten shows. */
    private static Set<String> recordsInSealedCommandInterfaces() throws Exception {
        Path root = Path.of(CustomerCommand.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (Stream<Path> files = Files.walk(root)) {
            return files.map(root::relativize)
                    .map(Path::toString)
                    .filter(file -> file.matches(".*[A-Za-z]Command\\$[A-Za-z]+\\.class"))
                    .map(file -> file.replace(File.separatorChar, '.').replaceFirst("\\.class$", ""))
                    .collect(Collectors.toSet());
        }
    }
}
