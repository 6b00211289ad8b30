package tenure.query.seats;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeatColourTest {

    /** Of 100 seats: active users, full months of the contract, colour. */
    @ParameterizedTest
    @CsvSource({
        "0, 0, NONE",
        "100, 1, NONE",
        "9, 2, RED",
        "9, 12, RED",
        "10, 2, YELLOW",
        "50, 5, YELLOW",
        "50, 6, RED",
        "51, 2, GREEN",
        "75, 5, GREEN",
        "75, 6, YELLOW",
        "75, 8, YELLOW",
        "75, 9, RED",
        "76, 2, GREEN",
        "76, 48, GREEN",
        "130, 48, GREEN",
    })
    void ofUtilisationDependsOnTheAgeOfTheContract(long active, int months, SeatColour colour) {
        assertThat(SeatColour.ofUtilisation(active, 100, months)).isEqualTo(colour);
    }

    @Test
    void ofUtilisationIsNoneWhereThereIsNothingToCompare() {
        assertThat(SeatColour.ofUtilisation(null, 100, 12)).isEqualTo(SeatColour.NONE);
        assertThat(SeatColour.ofUtilisation(3L, 0, 12)).isEqualTo(SeatColour.NONE);
        assertThat(SeatColour.ofUtilisation(3L, 100, null)).isEqualTo(SeatColour.NONE);
    }

    /** Of 10 deployed users. */
    @ParameterizedTest
    @CsvSource({"0, RED", "4, RED", "5, YELLOW", "7, YELLOW", "8, GREEN", "10, GREEN"})
    void ofEngagementTurnsAtHalfAndAtFourFifths(long loggedOn, SeatColour colour) {
        assertThat(SeatColour.ofEngagement(loggedOn, 10L)).isEqualTo(colour);
    }

    @Test
    void ofEngagementIsNoneWhenNobodyIsDeployed() {
        assertThat(SeatColour.ofEngagement(0L, 0L)).isEqualTo(SeatColour.NONE);
        assertThat(SeatColour.ofEngagement(null, null)).isEqualTo(SeatColour.NONE);
    }
}
