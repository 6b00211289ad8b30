package tenure.query.churnrisk.statistics.learning;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import tenure.query.churnrisk.statistics.Observations;
import tenure.query.churnrisk.statistics.Signal;

/**
 * What models said of rows that they were not fitted on.
 *
 * @param logOdds   in all
 * @param ofSignals the part of it that is neither base nor age
 * @param block     rows with the same number were said by the same model
 */
record HeldOut(Observations rows, double[] logOdds, double[] ofSignals, int[] block) {

    static HeldOut of(LearnedModel model, Observations rows, int block) {
        var scorer = new Scorer(model, rows.signals().stream().map(Signal::name).toList());
        var width = rows.signals().size();
        var parts = new long[model.signals().size() + 2];
        var logOdds = new double[rows.rows()];
        var ofSignals = new double[rows.rows()];
        for (var row = 0; row < rows.rows(); row++) {
            scorer.contributions(rows.values(), row * width, rows.tenureDays()[row], parts);
            var sum = 0L;
            for (var signal = 0; signal < model.signals().size(); signal++) {
                sum += parts[signal];
            }
            ofSignals[row] = sum / Scorer.MICROS;
            logOdds[row] =
                    (sum + parts[model.signals().size()] + parts[model.signals().size() + 1]) / Scorer.MICROS;
        }
        return new HeldOut(
                rows,
                logOdds,
                ofSignals,
                IntStream.range(0, rows.rows()).map(_ -> block).toArray());
    }

    /** One after the other; at least one. */
    static HeldOut joined(List<HeldOut> parts) {
        return new HeldOut(
                Observations.joined(parts.stream().map(HeldOut::rows).toList()),
                joined(parts, HeldOut::logOdds),
                joined(parts, HeldOut::ofSignals),
                parts.stream().flatMapToInt(part -> IntStream.of(part.block)).toArray());
    }

    private static double[] joined(List<HeldOut> parts, Function<HeldOut, double[]> numbers) {
        return parts.stream().map(numbers).flatMapToDouble(Arrays::stream).toArray();
    }

    /** How unlikely what came was held to be: the mean negative logarithm. */
    double surprise() {
        var sum = 0.0;
        for (var row = 0; row < logOdds.length; row++) {
            sum += StrictMath.log1p(StrictMath.exp(rows.lost()[row] ? -logOdds[row] : logOdds[row]));
        }
        return sum / logOdds.length;
    }

    double[] probabilities() {
        var probabilities = new double[logOdds.length];
        for (var row = 0; row < logOdds.length; row++) {
            probabilities[row] = 1 / (1 + StrictMath.exp(-logOdds[row]));
        }
        return probabilities;
    }
}
