package tenure.query.churnrisk.statistics.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** How early flags were up, and how much work they made. */
class FlagsTest {

    private static final boolean UP = true;
    private static final boolean DOWN = false;

    @Test
    void areCountedByDaysBeforeTheLoss() {
        var curve = LeadTime.of(List.of(lost(14, DOWN, UP, UP, UP), lost(14, DOWN, DOWN, DOWN, UP), stays(UP, DOWN)));

        assertThat(curve.points()).hasSize(366);
        assertThat(curve.points().get(0).share()).isEqualTo(1);
        assertThat(curve.points().get(1).share()).isEqualTo(1);
        assertThat(curve.points().get(2).share()).isEqualTo(0.5);
        assertThat(curve.points().get(4).share()).isZero();
        assertThat(curve.points().get(5).share()).isNaN();
        assertThat(curve.points().get(5).watched()).isZero();
        assertThat(curve.points().get(2).interval()).isEqualTo(Interval.wilson(1, 2));
    }

    @Test
    void areComparedWithThoseOfCustomersThatStay() {
        var curve = LeadTime.of(List.of(lost(12, UP, UP), stays(UP, DOWN, DOWN), stays(DOWN)));

        assertThat(curve.retainedDays()).isEqualTo(4);
        assertThat(curve.flaggedDays()).isEqualTo(1);
        assertThat(curve.retainedRate()).isEqualTo(0.25);
    }

    @Test
    void ofDaysAfterTheLossDoNotCount() {
        var load = AlertLoad.of(List.of(lost(12, DOWN, DOWN, UP, UP)), 60, 1, 100);

        assertThat(load.raised()).isZero();
    }

    @Test
    void areALoadPerWeekAndManager() {
        var calm = new boolean[14];
        var load = AlertLoad.of(
                List.of(lost(15, DOWN, UP, DOWN, UP, UP), stays(UP, DOWN), new Watch(9, 10, calm, null)), 3, 2, 24);

        assertThat(load.raised()).isEqualTo(3);
        assertThat(load.weeks()).isEqualTo(2);
        assertThat(load.perWeekAndCsm()).isCloseTo(0.75, within(1e-12));
        assertThat(load.known()).isEqualTo(3);
        assertThat(load.followedByLoss()).isEqualTo(1);
        assertThat(load.precision()).isCloseTo(1 / 3.0, within(1e-12));
    }

    @Test
    void whoseHorizonIsOpenDoNotCountForThePrecision() {
        var load = AlertLoad.of(List.of(stays(UP)), 60, 1, 69);

        assertThat(load.raised()).isEqualTo(1);
        assertThat(load.known()).isZero();
        assertThat(load.precision()).isNaN();
    }

    @Test
    void areUpAtTheThresholdAndAbove() {
        var watch = Watch.atThreshold(1, 10, new double[] {0.1, Double.NaN, 0.2, 0.3}, 0.2, null);

        assertThat(watch.flagged()).containsExactly(DOWN, DOWN, UP, UP);
    }

    private static Watch lost(int lostOn, boolean... flagged) {
        return new Watch(1, 10, flagged, lostOn);
    }

    private static Watch stays(boolean... flagged) {
        return new Watch(2, 10, flagged, null);
    }
}
