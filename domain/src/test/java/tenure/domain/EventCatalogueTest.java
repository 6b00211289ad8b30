package tenure.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tenure.domain.shared.EventName;

class EventCatalogueTest {

    @Test
    void listsEveryRecordThatHasAnEventName() throws Exception {
        assertThat(EventCatalogue.events()).containsExactlyInAnyOrderElementsOf(recordsWithAnEventName());
    }

    @Test
    void givesEachEventANameOfItsOwn() {
        assertThat(EventCatalogue.names())
                .hasSameSizeAs(EventCatalogue.events())
                .allMatch(name -> name.matches("[a-z]+(-[a-z]+)*\\.[a-z]+(-[a-z]+)*"));
    }

    @Test
    void listsOnlyEventsThatSayWhenTheyHappened() {
        assertThat(EventCatalogue.events())
                .allSatisfy(event -> assertThat(event.getMethod("occurredAt")).isNotNull());
    }

    private static Set<Class<?>> recordsWithAnEventName() throws IOException, URISyntaxException {
        Path root = Path.of(EventCatalogue.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (var files = Files.walk(root)) {
            return files.map(root::relativize)
                    .map(Path::toString)
                    .filter(file -> file.endsWith(".class"))
                    .map(file -> load(file.replace('/', '.').replaceFirst("\\.class$", "")))
                    .filter(type -> type.isAnnotationPresent(EventName.class))
                    .collect(Collectors.toSet());
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
