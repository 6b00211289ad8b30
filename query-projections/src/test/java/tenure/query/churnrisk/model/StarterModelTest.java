package tenure.query.churnrisk.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import tenure.query.churnrisk.signals.SignalCatalogue;

class StarterModelTest {

    private final Scoring scoring = Scoring.of(DefaultModel.MODEL);
    private final Score score = scoring.score();
    private final double[] values = new double[SignalCatalogue.size()];

    private StarterModelTest with(String signal, double value) {
        values[SignalCatalogue.number(signal)] = value;
        return this;
    }

    private Score scored() {
        scoring.score(values, 400, score);
        return score;
    }

    StarterModelTest() {
        Arrays.fill(values, Double.NaN);
    }

    @Test
    void hasTheStarterWeightsOfTheDefinitions() {
        assertThat(DefaultModel.MODEL.signals().stream()
                        .mapToInt(RiskModel.Weight::weight)
                        .sum())
                .isEqualTo(100);
        assertThat(DefaultModel.MODEL.signals())
                .noneMatch(weight -> weight.signal().equals("human-rating"));
    }

    @Test
    void saysNothingOfACustomerWithoutData() {
        assertThat(scored().health()).isEqualTo(Score.NONE);
    }

    @Test
    void leavesOutWhatHasNoData() {
        with("satisfaction", 4.5).with("tickets-unanswered", 3);
        // Three parts of 100 and two of 0.
        assertThat(scored().health()).isEqualTo(600_000);
        assertThat(score.withData()).isEqualTo(2);
    }

    @Test
    void keepsWhoDoesNothingOutOfTheBestBand() {
        for (var signal : SignalCatalogue.SIGNALS) {
            with(signal.id(), signal.good());
        }
        assertThat(DefaultModel.MODEL.bands().get(scored().band()).band()).isEqualTo("green");
        with("active-days-28", 0);
        assertThat(score.health()).isGreaterThan(700_000);
        assertThat(DefaultModel.MODEL.bands().get(scored().band()).band()).isEqualTo("yellow");
    }
}
