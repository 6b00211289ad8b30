package tenure.query.churnrisk.model;

import java.util.List;
import java.util.stream.Stream;
import tenure.query.churnrisk.signals.SignalCatalogue;
import tenure.query.churnrisk.statistics.learning.LearnedModel;
import tenure.query.churnrisk.statistics.learning.Scorer;

/**
 * Risk as it was learned. Health is the same on the scale of points, by the curve that other models read their risk from,
 * so that a point means as much in both.
 */
final class LearnedScoring extends Scoring {

    private final Scorer scorer;
    private final int signals;
    private final int[] signal;
    private final long[] parts;

    LearnedScoring(RiskModel model, LearnedModel learned) {
        super(
                model,
                Stream.concat(learned.signals().stream().map(LearnedModel.Effect::signal), OTHERS.stream())
                        .toList());
        scorer = new Scorer(
                learned, SignalCatalogue.SIGNALS.stream().map(each -> each.id()).toList());
        signals = learned.signals().size();
        signal = learned.signals().stream()
                .mapToInt(each -> SignalCatalogue.number(each.signal()))
                .toArray();
        parts = new long[signals + 2];
    }

    @Override
    void compute(double[] values, int age, Score into) {
        scorer.contributions(values, 0, age, parts);
        long sum = 0;
        int withData = 0;
        for (int part = 0; part < parts.length; part++) {
            sum += parts[part];
            into.contributions[part] = -parts[part];
        }
        for (int number : signal) {
            withData += number >= 0 && !Double.isNaN(values[number]) ? 1 : 0;
        }
        into.withData = withData;
        into.contributions[signals + 1] += LOG_ODDS_AT_ZERO;
        into.contributions[signals + 2] = 0;
        for (int part = 0; part < into.missed.length; part++) {
            into.missed[part] = part < signals ? Math.max(0, parts[part] / LOG_ODDS_PER_HEALTH) : 0;
        }
        long raw = Shares.divide(into.contributions, LOG_ODDS_PER_HEALTH);
        into.health = (int) Math.clamp(raw, 0L, (long) Score.MOST);
        into.contributions[signals + 2] = into.health - raw;
        into.logOdds = (int) sum;
    }

    /** Names of the parts that are no signals. */
    static final List<String> OTHERS = List.of("age", "base", "bounds");
}
