package tenure.command.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tenure.domain.shared.InvalidValue;

class TimesTest {

    @Test
    void areReadAsTheyWereWritten() {
        var random = new SplittableRandom(20260101);
        long first = Instant.parse("1900-01-01T00:00:00Z").getEpochSecond();
        long last = Instant.parse("2199-12-31T23:59:59Z").getEpochSecond();
        for (int i = 0; i < 20_000; i++) {
            var unit = new ChronoUnit[] {ChronoUnit.SECONDS, ChronoUnit.MILLIS, ChronoUnit.MICROS}[random.nextInt(3)];
            var moment = Instant.ofEpochSecond(random.nextLong(first, last), random.nextInt(1_000_000_000))
                    .truncatedTo(unit);

            assertThat(Times.instant(moment.toString())).isEqualTo(moment);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-31T09:30:00.5Z",
                "2026-01-31T09:30:00.123456Z",
                "2026-01-31T09:30:00+02:00",
                "2026-01-31T09:30:00.123-00:00",
                "2024-02-29T23:59:59.999Z"
            })
    void areReadInEveryFormThatIsAllowed(String text) {
        assertThat(Times.instant(text)).isEqualTo(OffsetDateTime.parse(text).toInstant());
    }

    @Test
    void areKeptToTheMicrosecond() {
        assertThat(Times.instant("2026-01-31T09:30:00.123456789Z"))
                .isEqualTo(Instant.parse("2026-01-31T09:30:00.123456Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-31T09:30:00",
                "2026-01-31T09:30Z",
                "2026-01-31t09:30:00z",
                "2026-01-31 09:30:00Z",
                "2026-02-29T09:30:00Z",
                "2026-02-30T09:30:00.000Z",
                "2026-13-01T09:30:00Z",
                "2026-00-01T09:30:00Z",
                "2026-01-00T09:30:00Z",
                "2026-01-31T24:00:00Z",
                "2026-01-31T09:60:00Z",
                "2016-12-31T23:59:60Z",
                "2026-01-31T09:30:0xZ",
                "2026-01-31T09:30:00.00-Z",
                "+026-01-31T09:30:00Z",
                "2026-01-31T09:30:00.1234567890Z"
            })
    void areRefusedWhenThereIsNoSuchMoment(String text) {
        assertThatThrownBy(() -> Times.instant(text))
                .isInstanceOfSatisfying(
                        InvalidValue.class,
                        invalid -> assertThat(invalid.code()).isEqualTo("BAD_TIME"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1899-12-31T23:59:59Z", "2200-01-01T00:00:00Z", "0001-01-01T00:00:00.000Z"})
    void areRefusedOutsideOfTheYearsThatCanBeKept(String text) {
        assertThatThrownBy(() -> Times.instant(text))
                .isInstanceOfSatisfying(
                        InvalidValue.class,
                        invalid -> assertThat(invalid.code()).isEqualTo("OUT_OF_RANGE"));
    }
}
