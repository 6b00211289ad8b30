package tenure.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tenure.domain.shared.EventName;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What was stored once must load for ever. Samples are added, never edited: an event that got a new optional component
 * keeps the sample from before, and gets one more that fills it, such as {@code usage.day-reported.1.corrects.json}.
 */
class StoredEventsTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    static List<Class<?>> everyEvent() {
        return EventCatalogue.events();
    }

    @ParameterizedTest
    @MethodSource("everyEvent")
    void loadFromTheirSamplesAndAreWrittenAsTheSameJson(Class<?> event) throws Exception {
        for (var sample : samples(event).entrySet()) {
            assertIsWrittenAsItWasLoaded(sample.getKey(), sample.getValue(), event);
        }
    }

    @ParameterizedTest
    @MethodSource("everyEvent")
    void haveASampleThatFillsEveryComponent(Class<?> event) throws Exception {
        var names = Stream.of(event.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
        assertThat(samples(event).values())
                .anySatisfy(sample -> assertThat(sample.propertyNames()).containsExactlyElementsOf(names));
    }

    @Test
    void areMissedWhenTheyHaveNoSample() {
        assertThatThrownBy(() -> samples(NeverStored.class)).hasMessageContaining("test.never-stored.1");
    }

    @Test
    void areMissedWhenTheyLoseWhatWasStored() {
        JsonNode stored = JSON.readTree("{\"occurredAt\":\"2026-01-01T00:00:00Z\",\"kept\":1}");

        assertThatThrownBy(() -> assertIsWrittenAsItWasLoaded("kept", stored, NeverStored.class))
                .hasMessageContaining("kept");
    }

    @Test
    void areMissedWhenTheyMakeUpWhatWasNotStored() {
        JsonNode stored = JSON.readTree("{}");

        assertThatThrownBy(() -> assertIsWrittenAsItWasLoaded("made up", stored, MadeUp.class))
                .hasMessageContaining("made up");
    }

    /** What a sample leaves out, at any depth, loads as null, and only null. */
    private static void assertIsWrittenAsItWasLoaded(String name, JsonNode stored, Class<?> event) {
        Object loaded = JSON.treeToValue(stored, event);
        JsonNode written = JSON.readTree(JSON.writeValueAsBytes(loaded));
        dropNullsThatAreLeftOut(written, stored);
        assertThat(written).as(name).isEqualTo(stored);
    }

    private static void dropNullsThatAreLeftOut(JsonNode written, JsonNode stored) {
        if (written instanceof ObjectNode object) {
            List.copyOf(object.propertyNames()).stream()
                    .filter(component ->
                            !stored.has(component) && object.get(component).isNull())
                    .forEach(object::remove);
            object.propertyNames()
                    .forEach(component -> dropNullsThatAreLeftOut(object.get(component), stored.path(component)));
        } else {
            for (int i = 0; i < written.size(); i++) {
                dropNullsThatAreLeftOut(written.get(i), stored.path(i));
            }
        }
    }

    /** By the names of their files. */
    private static Map<String, JsonNode> samples(Class<?> event) throws IOException, URISyntaxException {
        EventName name = event.getAnnotation(EventName.class);
        String file = name.value() + "." + name.revision();
        var folder = Path.of(Objects.requireNonNull(StoredEventsTest.class.getResource("/samples"))
                .toURI());
        try (var files = Files.list(folder)) {
            Map<String, JsonNode> samples = new TreeMap<>();
            for (Path path : files.toList()) {
                if (path.getFileName().toString().matches("\\Q" + file + "\\E(\\.[a-z-]+)?\\.json")) {
                    samples.put(path.getFileName().toString(), JSON.readTree(Files.readAllBytes(path)));
                }
            }
            assertThat(samples).as("samples of " + file).isNotEmpty();
            return samples;
        }
    }

    @EventName("test.never-stored")
    private record NeverStored(Instant occurredAt) {}

    private record MadeUp(String text) {
        MadeUp {
            text = "made up";
        }
    }
}
