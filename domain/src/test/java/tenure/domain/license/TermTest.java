package tenure.domain.license;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TermTest {

    @ParameterizedTest
    @CsvSource({
        "2024-01-01, 2024-01-01, 2025-01-01, 2026-01-01",
        "2024-01-15, 2024-01-15, 2024-02-15, 2024-03-15",
        // From the 31st, monthly, past the end of February.
        "2024-01-31, 2024-01-31, 2024-02-29, 2024-03-31",
        "2024-01-31, 2024-02-29, 2024-03-31, 2024-04-30",
        // A year from a leap day, and four years on.
        "2024-02-29, 2026-02-28, 2027-02-28, 2028-02-29",
        // A term that does not follow the first day of the contract counts from its own.
        "2024-01-31, 2024-03-05, 2024-06-05, 2024-09-05",
        // Days, where there are no whole months.
        "2024-01-01, 2024-01-01, 2024-01-15, 2024-01-29",
        "2024-01-01, 2024-01-01, 2024-12-31, 2025-12-31",
    })
    void isFollowedByOneOfTheSameLength(LocalDate firstDay, LocalDate startsOn, LocalDate endsOn, LocalDate nextEnd) {
        assertThat(new Term(startsOn, endsOn).next(firstDay)).isEqualTo(new Term(endsOn, nextEnd));
    }
}
