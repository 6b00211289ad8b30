package tenure.query.churnrisk.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ObservationsTest {

    private static final Signal USE = new Signal("use", Direction.MORE_IS_SAFER);

    private final Observations rows = new Table(60, USE)
            .add(1, 0, 10, 20, 1)
            .add(2, 0, 10, Integer.MAX_VALUE, 2)
            .add(3, 1, 10, 5, 3)
            .observations();

    @Test
    void areNotLearnedFromBeforeTheHorizonIsOver() {
        assertThat(rows.closedBy(59).rows()).isZero();
        assertThat(rows.closedBy(60).customer()).containsExactly(1, 2);
        assertThat(rows.closedBy(61).customer()).containsExactly(1, 2, 3);
    }

    /** Else the last days would be those of lost customers only, and every risk too high. */
    @Test
    void ofLostCustomersAreNotLetInBeforeThoseOfTheOthers() {
        assertThat(rows.closedOn()).containsExactly(20, 60, 5);
        assertThat(rows.closedBy(30).rows()).isZero();
    }

    @Test
    void areRefusedWhereTheyCouldNotBeKnown() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rows.requireClosedBy(60))
                .withMessageContaining("Row 2");
        rows.requireClosedBy(61);
    }

    @Test
    void countCustomersAndLosses() {
        assertThat(rows.customers()).isEqualTo(3);
        assertThat(rows.lostCustomers()).isEqualTo(2);
        assertThat(rows.lostRows()).isEqualTo(2);
        assertThat(rows.column(0)).containsExactly(1, 2, 3);
    }

    @Test
    void areNumbersOrMissing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Table(60, USE).add(1, 0, 10, 20, 1 / 0.0).observations());
    }

    @Test
    void comeInOneOrder() {
        assertThat(Planted.reversed(rows).inOrder().values())
                .containsExactly(rows.inOrder().values());
    }
}
