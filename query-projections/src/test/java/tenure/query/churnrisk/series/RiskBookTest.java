package tenure.query.churnrisk.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tenure.query.churnrisk.RandomLives;
import tenure.query.churnrisk.model.DefaultModel;
import tenure.query.churnrisk.sweep.LifeSpan;

class RiskBookTest {

    private static final int DAY = 20_050;

    private static List<String> rows(RandomLives random, RiskBook book, long upTo) {
        return random.reading(() -> rows(book.at(upTo, upTo, DAY, 30)));
    }

    private static List<String> rows(RiskBook.Told told) {
        return told.series().stream()
                .map(series -> series.health(DAY) == RiskSeries.AWAY
                        ? series.customerId() + " away"
                        : series.customerId() + " " + series.health(DAY) + " " + series.logOdds(DAY) + " "
                                + series.band(DAY) + " " + series.withData(DAY) + " "
                                + List.of(series.drivers(DAY).length) + " " + series.health(DAY - 30))
                .toList();
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
    void tellsHowItWasUntilWhatIsNewHasBeenComputedAndRefusesWhoeverMustSeeMore() {
        var told = RandomLives.told(14, 40);
        int half = told.size() / 2;
        try (var random = new RandomLives(told.subList(0, half))) {
            var book = RiskBooks.impatient(random);
            assertThatThrownBy(() -> random.reading(() -> book.at(half, 0, DAY, 30)))
                    .as("while nothing is there")
                    .hasMessageContaining("NOT_CAUGHT_UP");
            var then = await().ignoreExceptions()
                    .until(() -> random.reading(() -> book.at(half, half, DAY, 30)), Objects::nonNull);
            random.record(told.subList(half, told.size()));
            int all = told.size();

            assertThatThrownBy(() -> random.reading(() -> book.at(all, all, DAY, 30)))
                    .as("asked for what is new")
                    .hasMessageContaining("NOT_CAUGHT_UP");
            var now = await().until(
                            () -> {
                                var answer = random.reading(() -> book.at(all, 0, DAY, 30));
                                assertThat(rows(answer))
                                        .as("up to %s", answer.position())
                                        .isEqualTo(
                                                answer.position() == all
                                                        ? rows(random, RiskBooks.of(random), all)
                                                        : rows(then));
                                return answer;
                            },
                            answer -> answer.position() == all);
            assertThat(rows(now)).isNotEqualTo(rows(then));
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
