package tenure.query.churnrisk.statistics.learning;

import java.util.Arrays;

/** A function through a few points, in floating point, from which an effect is put together. */
record Basis(double[] at, double[] value, boolean stepped) {

    /** Outside of the points it stays as it is at the nearest one. */
    double at(double x) {
        var found = Arrays.binarySearch(at, x);
        if (found >= 0) {
            return value[found];
        }
        var above = -found - 1;
        if (above == 0) {
            return value[0];
        }
        if (stepped || above == at.length) {
            return value[above - 1];
        }
        var way = (x - at[above - 1]) / (at[above] - at[above - 1]);
        return value[above - 1] + way * (value[above] - value[above - 1]);
    }

    /** The same with mean 0 and standard deviation 1 over the values that are there, times the sign; flat when all are equal. */
    Basis standardised(double[] sortedValues, int sign) {
        var sum = 0.0;
        for (var x : sortedValues) {
            sum += at(x);
        }
        var mean = sum / sortedValues.length;
        var squares = 0.0;
        for (var x : sortedValues) {
            squares += (at(x) - mean) * (at(x) - mean);
        }
        var deviation = Math.sqrt(squares / sortedValues.length);
        var scale = deviation < 1e-9 ? 0 : sign / deviation;
        return new Basis(
                at, Arrays.stream(value).map(each -> (each - mean) * scale).toArray(), stepped);
    }
}
