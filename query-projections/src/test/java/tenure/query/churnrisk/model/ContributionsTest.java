package tenure.query.churnrisk.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tenure.query.churnrisk.CrmsimLives;
import tenure.query.churnrisk.RandomLives;
import tenure.query.churnrisk.signals.SignalCatalogue;
import tenure.query.churnrisk.statistics.learning.Curve;
import tenure.query.churnrisk.statistics.learning.LearnedModel;
import tenure.query.churnrisk.sweep.LifeSweep;
import tenure.query.churnrisk.sweep.RiskDefinitions;
import tenure.query.life.Life;

class ContributionsTest {

    static Stream<RiskModel> models() {
        return Stream.of(DefaultModel.MODEL, learned());
    }

    @ParameterizedTest
    @MethodSource("models")
    void addUpToTheHealthOfEveryCustomerOnEveryDay(RiskModel model) {
        var scoring = Scoring.of(model);
        var score = scoring.score();
        var values = new double[SignalCatalogue.size()];
        var scored = new int[1];
        LifeSweep.Visitor visitor = (facts, away) -> {
            SignalCatalogue.read(facts, values);
            scoring.score(values, facts.age(), score);
            long sum = 0;
            for (int part = 0; part < scoring.parts().size(); part++) {
                sum += score.contribution(part);
            }
            if (score.health() != Score.NONE) {
                assertThat(sum).isEqualTo(score.health()).isBetween(0L, (long) Score.MOST);
                scored[0]++;
            }
        };
        var nothing = new RiskDefinitions(new Life(Life.DEFINITIONS, 0, List.of()));
        CrmsimLives.all().subList(0, 100).forEach(life -> LifeSweep.run(life, nothing, 19_600, visitor));
        try (var random = new RandomLives(RandomLives.told(5, 40))) {
            var definitions = new RiskDefinitions(random.definitions(Long.MAX_VALUE));
            random.all(Long.MAX_VALUE).forEach(life -> LifeSweep.run(life, definitions, 20_300, visitor));
        }
        assertThat(scored[0]).isGreaterThan(20_000);
    }

    /** Any curves will do. */
    static RiskModel learned() {
        var random = new SplittableRandom(7);
        var effects = SignalCatalogue.SIGNALS.stream()
                .map(signal -> new LearnedModel.Effect(
                        signal.id(),
                        signal.direction(),
                        new Curve(
                                List.of(
                                                new Curve.Bend(signal.good(), -random.nextInt(700_000)),
                                                new Curve.Bend(signal.poor(), random.nextInt(700_000)))
                                        .stream()
                                        .sorted(java.util.Comparator.comparingDouble(Curve.Bend::at))
                                        .toList(),
                                false),
                        random.nextInt(100_000)))
                .toList();
        var age = new Curve(List.of(new Curve.Bend(0, 400_001), new Curve.Bend(900, -300_000)), false);
        return DefaultModel.MODEL.learning("learned", "Learned", new LearnedModel(60, -2_900_003, age, effects));
    }
}
