package tenure.query.churnrisk.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ClustersTest {

    private static final double[] UP = {1, 2, 3, 4, 5, 6};
    private static final double[] MOSTLY_UP = {1, 3, 2, 4, 6, 5};
    private static final double[] DOWN = {6, 5, 4, 3, 2, Double.NaN};
    private static final double[] ELSEWHERE = {1, -1, 1, 1, -1, 1};
    private static final double[] SAME = {2, 2, 2, 2, 2, 2};

    @Test
    void joinColumnsThatRunTogether() {
        assertThat(Clusters.alike(new double[][] {UP, ELSEWHERE, MOSTLY_UP, DOWN, SAME}, 0.5, false))
                .containsExactly(new int[] {0, 2}, new int[] {1}, new int[] {3}, new int[] {4});
    }

    @Test
    void joinColumnsThatRunAgainstEachOtherWhenAskedTo() {
        assertThat(Clusters.alike(new double[][] {UP, ELSEWHERE, MOSTLY_UP, DOWN}, 0.5, true))
                .containsExactly(new int[] {0, 2, 3}, new int[] {1});
    }

    @Test
    void correlateOnlyRowsWhereBothAreThere() {
        assertThat(Clusters.correlation(UP, DOWN)).isCloseTo(-1, within(1e-12));
        assertThat(Clusters.correlation(UP, SAME)).isZero();
    }
}
