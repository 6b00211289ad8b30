package tenure.query.churnrisk.model;

import java.util.Arrays;
import tenure.query.churnrisk.signals.SignalCatalogue;

/**
 * Health as the weighted mean of what the signals say, each from 0 at its poor to 100 at its good value; those without data
 * are left out or count as poor, as the model says. Risk is read from the health by a fixed curve, which says 38 % at 0,
 * 4.7 % at 50 and 0.4 % at 100: a convention, not something learned.
 */
final class WeightedScoring extends Scoring {

    private final int[] signal;
    private final int[] weight;
    private final double[] poor;
    private final double[] good;
    private final boolean[] poorWhenMissing;

    WeightedScoring(RiskModel model) {
        super(model, model.signals().stream().map(RiskModel.Weight::signal).toList());
        var signals = model.signals();
        signal = signals.stream()
                .mapToInt(each -> SignalCatalogue.number(each.signal()))
                .toArray();
        weight = signals.stream().mapToInt(RiskModel.Weight::weight).toArray();
        poor = signals.stream().mapToDouble(each -> each.poor().doubleValue()).toArray();
        good = signals.stream().mapToDouble(each -> each.good().doubleValue()).toArray();
        poorWhenMissing = new boolean[signal.length];
        for (int part = 0; part < signal.length; part++) {
            poorWhenMissing[part] = signals.get(part).whenMissing().equals("poor");
        }
    }

    @Override
    void compute(double[] values, int age, Score into) {
        long weights = 0;
        int withData = 0;
        for (int part = 0; part < signal.length; part++) {
            boolean there = signal[part] >= 0 && !Double.isNaN(values[signal[part]]);
            withData += there && weight[part] > 0 ? 1 : 0;
            weights += there || poorWhenMissing[part] ? weight[part] : 0;
            into.contributions[part] = there ? weight[part] * share(part, values[signal[part]]) : 0;
        }
        into.withData = withData;
        if (withData == 0) {
            Arrays.fill(into.contributions, 0);
            Arrays.fill(into.missed, 0);
            into.health = Score.NONE;
            into.logOdds = 0;
            return;
        }
        for (int part = 0; part < signal.length; part++) {
            boolean counts = poorWhenMissing[part] || (signal[part] >= 0 && !Double.isNaN(values[signal[part]]));
            into.missed[part] = counts ? weight[part] * (long) Score.MOST - into.contributions[part] : 0;
        }
        Shares.divide(into.missed, weights);
        into.health = (int) Shares.divide(into.contributions, weights);
        into.logOdds = LOG_ODDS_AT_ZERO - LOG_ODDS_PER_HEALTH * into.health;
    }

    private long share(int part, double value) {
        return Math.round(Score.MOST * Math.clamp((value - poor[part]) / (good[part] - poor[part]), 0.0, 1.0));
    }
}
