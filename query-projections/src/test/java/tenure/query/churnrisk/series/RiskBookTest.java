package tenure.query.churnrisk.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tenure.query.churnrisk.RandomLives;
import tenure.query.churnrisk.model.DefaultModel;
import tenure.query.churnrisk.sweep.LifeSpan;

class RiskBookTest {

    private static final int DAY = 20_050;

    private static List<String> rows(RandomLives random, RiskBook book, long upTo) {
        return random.reading(() -> {
            var definitions = random.lives().definitions(upTo);
            return book.at(upTo, DAY, 30, DefaultModel.MODEL, definitions).stream()
                    .map(series -> series.health(DAY) == RiskSeries.AWAY
                            ? series.customerId() + " away"
                            : series.customerId() + " " + series.health(DAY) + " " + series.logOdds(DAY) + " "
                                    + series.band(DAY) + " " + series.withData(DAY) + " "
                                    + List.of(series.drivers(DAY).length) + " " + series.health(DAY - 30))
                    .toList();
        });
    }

    @Test
    void saysTheSameWhetherItGrewOrWasMadeAtOnce() {
        var told = RandomLives.told(11, 40);
        int half = told.size() / 2;
        try (var random = new RandomLives(told.subList(0, half))) {
            var grown = RiskBooks.of(random);
            var then = rows(random, grown, half);
            random.record(told.subList(half, told.size()));

            assertThat(rows(random, grown, told.size())).isEqualTo(rows(random, RiskBooks.of(random), told.size()));
            assertThat(rows(random, grown, half))
                    .as("as known then")
                    .isEqualTo(then)
                    .isNotEmpty();
        }
    }

    @Test
    void isTheSameToTheLastByteWhenItIsReplayed() {
        try (var random = new RandomLives(RandomLives.told(12, 20))) {
            var definitions = new tenure.query.churnrisk.sweep.RiskDefinitions(random.definitions(Long.MAX_VALUE));
            for (var life : random.all(Long.MAX_VALUE)) {
                var one = new SeriesFold(DefaultModel.MODEL, definitions).of(life);
                var other = new SeriesFold(DefaultModel.MODEL, definitions).of(life);
                for (int day = one.firstDay(); day < LifeSpan.lastDay(life); day++) {
                    assertThat(one.health(day)).isEqualTo(other.health(day));
                    if (one.health(day) != RiskSeries.AWAY) {
                        assertThat(one.logOdds(day)).isEqualTo(other.logOdds(day));
                        assertThat(one.drivers(day)).isEqualTo(other.drivers(day));
                    }
                }
            }
        }
    }
}
