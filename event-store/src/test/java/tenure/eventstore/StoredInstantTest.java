package tenure.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

class StoredInstantTest {

    private static final JsonMapper STORED = StoredJson.mapper();
    private static final JsonMapper USUAL = JsonMapper.builder().build();

    private record Moment(Instant at) {}

    private static Instant read(JsonMapper mapper, String text) {
        return mapper.readValue("{\"at\":\"" + text + "\"}", Moment.class).at();
    }

    @Test
    void isReadAsItWasWritten() {
        var random = new SplittableRandom(20260101);
        var first = Instant.parse("0000-01-01T00:00:00Z").getEpochSecond();
        var last = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();
        for (int i = 0; i < 20_000; i++) {
            var unit = new ChronoUnit[] {ChronoUnit.SECONDS, ChronoUnit.MILLIS, ChronoUnit.MICROS, ChronoUnit.NANOS}
                    [random.nextInt(4)];
            var moment = Instant.ofEpochSecond(random.nextLong(first, last), random.nextInt(1_000_000_000))
                    .truncatedTo(unit);
            assertThat(StoredInstant.known(moment.toString())).isEqualTo(moment);
            assertThat(STORED.readValue(STORED.writeValueAsBytes(new Moment(moment)), Moment.class))
                    .isEqualTo(new Moment(moment));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-01-31T08:15:00.5Z",
                "2024-01-31T08:15:00.123456789Z",
                "2024-01-31T08:15Z",
                "2024-01-31T08:15:00+02:00",
                "2016-12-31T23:59:60Z",
                "+12024-01-31T08:15:00Z",
                "-0001-01-31T08:15:00Z",
                "2024-01-31T24:00:00Z",
                "2024-01-31T08:15:00.Z",
                "2024-01-31t08:15:00z"
            })
    void isReadAsUsualWhenItLooksDifferent(String text) {
        Object usual;
        try {
            usual = read(USUAL, text);
        } catch (JacksonException e) {
            assertThatThrownBy(() -> read(STORED, text)).isInstanceOf(JacksonException.class);
            return;
        }
        assertThat(read(STORED, text)).isEqualTo(usual);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-02-30T08:15:00Z",
                "2024-13-01T08:15:00Z",
                "2024-01-01T08:61:00Z",
                "2024-01-01T08:15:0xZ",
                "2024-01-01 08:15:00Z",
                "2024-01-01T08:15:00.1234567890Z",
                "yesterday"
            })
    void isRefusedWhenItIsNoMoment(String text) {
        assertThatThrownBy(() -> read(STORED, text)).isInstanceOf(JacksonException.class);
    }
}
