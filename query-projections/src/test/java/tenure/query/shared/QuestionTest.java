package tenure.query.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.ErrorResponseException;

class QuestionTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 1, 31);

    @Test
    void isAboutTodayWhenNoDayIsNamed() {
        assertThat(ask(Map.of()).asOf().day()).isEqualTo(TODAY);
        assertThat(ask(Map.of("asOf", "2023-06-30")).asOf().day()).isEqualTo("2023-06-30");
        assertThat(ask(Map.of("asOf", "2023-06-30")).asOf().end()).isEqualTo("2023-07-01T00:00:00Z");
    }

    @Test
    void findsTheCursorThatItWrote() {
        assertThat(ask(Map.of("cursor", Question.cursorAfter(4711))).cursor(0)).isEqualTo(4711);
        assertThat(ask(Map.of()).cursor(9)).isEqualTo(9);
    }

    @ParameterizedTest
    @CsvSource({
        "nonsense, 1, UNKNOWN_PARAMETER",
        "asOf, 30.06.2023, INVALID_DATE",
        "asOf, 2023-02-30, INVALID_DATE",
        "asOf, 9999-12-31, INVALID_DATE",
        "asOf, -0001-01-01, INVALID_DATE",
        "limit, 0, INVALID_NUMBER",
        "limit, 501, INVALID_NUMBER",
        "limit, ten, INVALID_NUMBER",
        "cursor, abc, INVALID_CURSOR",
        "cursor, %%%, INVALID_CURSOR",
        "cursor, YWZ0ZXI6LTU, INVALID_CURSOR", // a place before the first
        "minPosition, -1, INVALID_NUMBER",
        "status, gone, UNKNOWN_VALUE",
    })
    void refusesWhatItDoesNotUnderstand(String name, String value, String code) {
        assertThatThrownBy(() -> {
                    var question = ask(Map.of(name, value));
                    question.asOf();
                    question.limit(1);
                    question.cursor(0);
                    question.minPosition();
                    question.choice("status", Choice.class, Choice.ALL);
                })
                .isInstanceOfSatisfying(ErrorResponseException.class, refusal -> {
                    assertThat(refusal.getStatusCode().value()).isEqualTo(400);
                    var errors = (List<?>) refusal.getBody().getProperties().get("errors");
                    assertThat(errors)
                            .first()
                            .asString()
                            .contains("code=" + code)
                            .contains("parameter=" + name);
                });
    }

    @Test
    void refusesAParameterThatIsGivenTwice() {
        var question = new Question(Map.of("asOf", new String[] {"2023-01-01", "2023-01-02"}), TODAY);
        assertThatThrownBy(question::asOf).isInstanceOf(ErrorResponseException.class);
    }

    private enum Choice {
        ALL
    }

    private static Question ask(Map<String, String> parameters) {
        var query = new HashMap<String, String[]>();
        parameters.forEach((name, value) -> query.put(name, new String[] {value}));
        return new Question(query, TODAY, "limit", "cursor", "status");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"yesterday", "+999999999-12-31T23:59:59Z", "2023-06-31", "2023-06-30T12:00", "-1", "0001-01-01"})
    void knowsNoTimeInWhichNothingCanHaveBeenRecorded(String knownAt) {
        var question = new Question(Map.of("knownAt", new String[] {knownAt}), LocalDate.EPOCH, "knownAt");

        assertThatThrownBy(question::knownAt).hasMessageContaining("400");
    }

    @Test
    void takesADayThatWasKnownAsAWhole() {
        var question = new Question(Map.of("knownAt", new String[] {"2023-06-30"}), LocalDate.EPOCH, "knownAt");

        assertThat(question.knownAt()).isEqualTo(new KnownAt.Moment(Instant.parse("2023-06-30T23:59:59.999999Z")));
    }
}
