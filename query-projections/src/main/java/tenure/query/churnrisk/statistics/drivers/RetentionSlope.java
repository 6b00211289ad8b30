package tenure.query.churnrisk.statistics.drivers;

import java.util.Arrays;
import tenure.query.churnrisk.statistics.learning.OneWeight;

/** What one standard deviation more of a signal changes in the share of customers that stay, by a logistic line. */
final class RetentionSlope {

    private RetentionSlope() {}

    static double of(double[] values, boolean[] lost) {
        var mean = Arrays.stream(values).average().orElse(0);
        var variance = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElse(0);
        if (variance == 0) {
            return 0;
        }
        var deviation = Math.sqrt(variance);
        var standardised =
                Arrays.stream(values).map(value -> (value - mean) / deviation).toArray();
        var line = OneWeight.of(standardised, lost);
        return stay(line.constant() + line.weight()) - stay(line.constant());
    }

    private static double stay(double logOddsOfLoss) {
        return 1 / (1 + StrictMath.exp(logOddsOfLoss));
    }
}
