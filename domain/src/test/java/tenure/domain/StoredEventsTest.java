package tenure.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tenure.domain.shared.EventName;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What was stored once must load for ever. Samples are added, never edited. */
class StoredEventsTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    static List<Class<?>> everyEvent() {
        return EventCatalogue.events();
    }

    @ParameterizedTest
    @MethodSource("everyEvent")
    void loadFromTheirSampleAndAreWrittenAsTheSameJson(Class<?> event) throws IOException {
        JsonNode stored = sample(event);

        Object loaded = JSON.treeToValue(stored, event);

        assertThat(JSON.readTree(JSON.writeValueAsBytes(loaded))).isEqualTo(stored);
    }

    @ParameterizedTest
    @MethodSource("everyEvent")
    void haveASampleThatFillsEveryComponent(Class<?> event) throws IOException {
        var names = Stream.of(event.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
        assertThat(sample(event).propertyNames()).containsExactlyElementsOf(names);
    }

    @Test
    void areMissedWhenTheyHaveNoSample() {
        assertThatThrownBy(() -> sample(NeverStored.class)).hasMessageContaining("test.never-stored.1.json");
    }

    private static JsonNode sample(Class<?> event) throws IOException {
        EventName name = event.getAnnotation(EventName.class);
        String file = name.value() + "." + name.revision() + ".json";
        try (InputStream json = StoredEventsTest.class.getResourceAsStream("/samples/" + file)) {
            assertThat(json).as("sample " + file).isNotNull();
            return JSON.readTree(json);
        }
    }

    @EventName("test.never-stored")
    private record NeverStored(Instant occurredAt) {}
}
