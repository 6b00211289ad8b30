package tenure.query.churnrisk.statistics.learning;

import java.util.Arrays;

/**
 * A straight line over log-odds (Platt), learned from rows that the model was not fitted on, and drawn to the line that
 * changes nothing, the more so the fewer losses there are.
 *
 * @param slope  from 0.1 to 2, so that no effect turns round
 * @param offset in log-odds
 */
record Calibration(double slope, double offset) {

    static final Calibration NONE = new Calibration(1, 0);

    /** Expected deviation of the slope from 1, and of the offset in the middle of the rows from 0. */
    private static final double SPREAD = 0.25;

    /**
     * Fits slope and offset.
     *
     * @param rowsPerLoss how many rows one lost customer stands for
     */
    static Calibration of(double[] logOdds, boolean[] lost, double rowsPerLoss) {
        if (logOdds.length == 0) {
            return NONE;
        }
        var mean = Arrays.stream(logOdds).average().orElseThrow();
        var slope = 1.0;
        var offset = 0.0;
        var pull = rowsPerLoss / (SPREAD * SPREAD);
        for (var step = 0; step < 50; step++) {
            var slopeGradient = pull * (slope - 1);
            var slopeCurvature = pull;
            var offsetGradient = pull * offset;
            var offsetCurvature = pull;
            var both = 0.0;
            for (var row = 0; row < logOdds.length; row++) {
                var centred = logOdds[row] - mean;
                var probability = 1 / (1 + StrictMath.exp(-(slope * centred + mean + offset)));
                var miss = probability - (lost[row] ? 1 : 0);
                var weight = probability * (1 - probability);
                slopeGradient += miss * centred;
                offsetGradient += miss;
                slopeCurvature += weight * centred * centred;
                offsetCurvature += weight;
                both += weight * centred;
            }
            var determinant = slopeCurvature * offsetCurvature - both * both;
            var slopeStep = (offsetCurvature * slopeGradient - both * offsetGradient) / determinant;
            var offsetStep = (slopeCurvature * offsetGradient - both * slopeGradient) / determinant;
            slope -= Math.clamp(slopeStep, -1, 1);
            offset -= Math.clamp(offsetStep, -1, 1);
            if (Math.abs(slopeStep) + Math.abs(offsetStep) < 1e-9) {
                break;
            }
        }
        var bounded = Math.clamp(slope, 0.1, 2);
        return new Calibration(bounded, mean + offset - bounded * mean);
    }

    /** The same model after it. */
    LearnedModel of(LearnedModel model) {
        var effects = model.signals().stream()
                .map(effect -> new LearnedModel.Effect(
                        effect.signal(),
                        effect.direction(),
                        of(effect.curve()),
                        scaled(effect.whenMissingMicroLogOdds())))
                .toList();
        var base = scaled(model.baseMicroLogOdds()) + Math.round(offset * Scorer.MICROS);
        return new LearnedModel(model.horizonDays(), base, of(model.age()), effects);
    }

    private Curve of(Curve curve) {
        return new Curve(
                curve.bends().stream()
                        .map(bend -> new Curve.Bend(bend.at(), scaled(bend.microLogOdds())))
                        .toList(),
                curve.stepped());
    }

    private long scaled(long micros) {
        return Math.round(slope * micros);
    }
}
