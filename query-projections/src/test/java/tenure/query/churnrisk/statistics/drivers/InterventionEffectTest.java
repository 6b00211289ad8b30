package tenure.query.churnrisk.statistics.drivers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import tenure.query.churnrisk.statistics.drivers.InterventionEffect.Calipers;
import tenure.query.churnrisk.statistics.drivers.InterventionEffect.Case;

class InterventionEffectTest {

    private static final long SEED = 1;

    /** The risky are called more often, so those who were called leave more often; calls halve the risk all the same. */
    @Test
    void comparesLikeWithLike() {
        var effect = world(0.5);

        assertThat(effect.matched()).isGreaterThan(300);
        assertThat(effect.difference()).isNegative();
        assertThat(effect.interval().to()).isNegative();
        assertThat(effect.note()).contains("not causal");
    }

    @Test
    void findsNothingWhereCallsDoNothing() {
        assertThat(world(1).interval().includes(0)).isTrue();
    }

    @Test
    void isTheSameEachTimeItIsAsked() {
        assertThat(world(0.5)).isEqualTo(world(0.5));
    }

    @Test
    void comparesOnlyWithinTheCalipers() {
        var one = new Case(1, 100, -2, 200, true);

        assertThat(matched(one, new Case(2, 100, -2, 200, false))).isEqualTo(1);
        assertThat(matched(one, new Case(2, 100, -2.3, 200, false))).isZero();
        assertThat(matched(one, new Case(2, 140, -2, 200, false))).isZero();
        assertThat(matched(one, new Case(2, 100, -2, 400, false))).isZero();
        assertThat(matched(one, new Case(1, 100, -2, 200, false))).isZero();
    }

    @Test
    void takesTheNearestAndEachCustomerOnce() {
        var treated = List.of(new Case(1, 100, -2, 200, true), new Case(2, 100, -2, 200, true));
        var others = List.of(
                new Case(8, 100, -2.1, 200, true), new Case(9, 100, -2, 200, false), new Case(9, 101, -2, 200, false));
        var effect = InterventionEffect.of(treated, others, Calipers.DEFAULT, SEED);

        assertThat(effect.matched()).isEqualTo(2);
        assertThat(effect.lossRateOthers()).isEqualTo(0.5);
        assertThat(effect.difference()).isCloseTo(0.5, within(1e-12));
        assertThat(effect.interval()).isNull();
        assertThat(effect.note()).contains("fewer than 10 pairs");
    }

    @Test
    void refusesACustomerThatComesTwice() {
        var twice = new Case(1, 100, -2, 200, true);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> InterventionEffect.of(List.of(twice, twice), List.of(), Calipers.DEFAULT, SEED));
    }

    private static int matched(Case treated, Case other) {
        return InterventionEffect.of(List.of(treated), List.of(other), Calipers.DEFAULT, SEED)
                .matched();
    }

    private static InterventionEffect world(double share) {
        var random = new SplittableRandom(5);
        var treated = new ArrayList<Case>();
        var others = new ArrayList<Case>();
        for (var customer = 0; customer < 3_000; customer++) {
            var odds = random.nextGaussian() - 1;
            var risk = 1 / (1 + Math.exp(-odds));
            var called = random.nextDouble() < 0.6 * risk;
            var lost = random.nextDouble() < risk * (called ? share : 1);
            (called ? treated : others)
                    .add(new Case(customer, random.nextInt(60), odds, 100 + random.nextInt(600), lost));
        }
        return InterventionEffect.of(treated, others, Calipers.DEFAULT, SEED);
    }
}
