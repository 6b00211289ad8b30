package tenure.query.churnrisk.statistics.learning;

import java.util.Arrays;
import tenure.query.churnrisk.statistics.Observations;

/**
 * Rows to learn from, with what each signal said in ascending order; the age of the contract comes after all signals.
 *
 * @param sorted without NaN
 */
record Sample(Observations rows, double[][] sorted) {

    static Sample of(Observations rows) {
        var sample = new Sample(rows, new double[rows.signals().size() + 1][]);
        for (var source = 0; source < sample.sorted.length; source++) {
            sample.sorted[source] = Arrays.stream(sample.column(source))
                    .filter(value -> !Double.isNaN(value))
                    .sorted()
                    .toArray();
        }
        return sample;
    }

    /** The number of the age among what is learned from. */
    int age() {
        return rows.signals().size();
    }

    /** Row by row, what a signal said, or the age. */
    double[] column(int source) {
        return source == age()
                ? Arrays.stream(rows.tenureDays()).asDoubleStream().toArray()
                : rows.column(source);
    }
}
