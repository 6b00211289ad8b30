package tenure.query.churnrisk.statistics.drivers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tenure.query.churnrisk.statistics.Planted;
import tenure.query.churnrisk.statistics.measures.Interval;

class DriversTest {

    private final Drivers drivers =
            Drivers.of(new Planted(1).strength(0.8).customers(600).observations());

    @Test
    void putTheStrongestClusterFirstAndSignalsThatSayTheSameTogether() {
        assertThat(names(drivers.clusters().getFirst())).containsExactlyInAnyOrder("use", "use-again");
        assertThat(drivers.clusters().stream().skip(1).map(DriversTest::names))
                .containsExactlyInAnyOrder(List.of("nothing"), List.of("seldom"));
    }

    @Test
    void sayWhatMoreOfASignalChangesInTheShareThatStays() {
        var use = driver("use");

        assertThat(use.auc().interval().to()).isLessThan(0.5);
        assertThat(use.retentionChangeOfOneSd()).isBetween(0.01, 0.06);
        assertThat(Math.abs(driver("nothing").retentionChangeOfOneSd())).isLessThan(0.01);
    }

    @Test
    void drawTheRateOfLossOverTheDecilesOfASignal() {
        var deciles = driver("use").deciles();

        assertThat(deciles).hasSize(10);
        assertThat(deciles.getFirst().rate())
                .isGreaterThan(3 * deciles.getLast().rate());
        assertThat(deciles.stream().mapToInt(Driver.Decile::rows).sum())
                .isEqualTo(driver("use").rows());
        assertThat(deciles.getFirst().interval())
                .isEqualTo(Interval.wilson(
                        deciles.getFirst().lost(), deciles.getFirst().rows()));
    }

    @Test
    void keepMissingApart() {
        assertThat(driver("seldom").missing()).isGreaterThan(driver("seldom").rows());
    }

    @Test
    void countHowManySignalsWereLookedAt() {
        var unlikely = driver("use");

        assertThat(unlikely.qValue()).isGreaterThanOrEqualTo(unlikely.pValue()).isLessThan(0.001);
        assertThat(driver("nothing").qValue()).isGreaterThan(0.05);
        assertThat(drivers.note())
                .contains("association, not cause")
                .contains("4 signals")
                .contains("q-value");
    }

    @Test
    void haveRatesByCategory() {
        var category = Stream.concat(Collections.nCopies(12, "b").stream(), Collections.nCopies(120, "a").stream())
                .toList();
        var lost = new boolean[132];
        Arrays.fill(lost, 0, 3, true);
        Arrays.fill(lost, 12, 42, true);

        var rates = CategoryRates.of(category, lost).rates();

        assertThat(rates).extracting(CategoryRates.CategoryRate::category).containsExactly("a", "b");
        assertThat(rates.getFirst().rate()).isEqualTo(0.25);
        assertThat(rates.getFirst().interval().from()).isCloseTo(0.181, within(0.0005));
        assertThat(rates.getLast().interval().to()).isCloseTo(0.532, within(0.0005));
    }

    private Driver driver(String signal) {
        return drivers.clusters().stream()
                .flatMap(cluster -> cluster.drivers().stream())
                .filter(driver -> driver.signal().equals(signal))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> names(Drivers.Cluster cluster) {
        return cluster.drivers().stream().map(Driver::signal).toList();
    }
}
