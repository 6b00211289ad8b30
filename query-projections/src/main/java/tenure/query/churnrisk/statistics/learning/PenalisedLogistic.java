package tenure.query.churnrisk.statistics.learning;

import java.util.Arrays;

/**
 * Weights of a logistic regression with a quadratic penalty, some of them not below 0: Newton steps, each solved under the
 * bounds by coordinate descent and halved until it helps. Nothing is random, and the order of additions is fixed.
 */
final class PenalisedLogistic {

    private static final int MOST_STEPS = 50;
    private static final int MOST_SWEEPS = 1_000;
    /** Of the loss, in natural units: far below what one customer more or less would change. */
    private static final double SETTLED = 1e-5;

    /** Of a weight. */
    private static final double STILL = 1e-8;

    private final double[] x;
    private final int width;
    private final boolean[] lost;
    private final double penalty;
    private final boolean[] bounded;
    private final double[] gradient;
    private final double[][] curvature;

    private PenalisedLogistic(double[] x, int width, boolean[] lost, double penalty, boolean[] bounded) {
        this.x = x;
        this.width = width;
        this.lost = lost;
        this.penalty = penalty;
        this.bounded = bounded;
        gradient = new double[width + 1];
        curvature = new double[width + 1][width + 1];
    }

    /**
     * The most likely weights.
     *
     * @param x       row by row
     * @param bounded which weights are not below 0
     * @return the weights, then the constant, which is not penalised
     */
    static double[] fit(double[] x, int width, boolean[] lost, double penalty, boolean[] bounded) {
        return new PenalisedLogistic(x, width, lost, penalty, bounded).fit();
    }

    private double[] fit() {
        var weights = new double[width + 1];
        weights[width] = logOddsOfRate();
        var loss = loss(weights);
        for (var step = 0; step < MOST_STEPS; step++) {
            differentiate(weights);
            var move = move(weights);
            var share = 1.0;
            var next = moved(weights, move, share);
            var nextLoss = loss(next);
            while (nextLoss > loss && share > 1e-6) {
                share /= 2;
                next = moved(weights, move, share);
                nextLoss = loss(next);
            }
            if (nextLoss > loss) {
                return weights;
            }
            var gain = loss - nextLoss;
            weights = next;
            loss = nextLoss;
            if (gain < SETTLED) {
                return weights;
            }
        }
        return weights;
    }

    /** A little drawn to one half, so that it is finite. */
    private double logOddsOfRate() {
        var losses = 0.5;
        for (var each : lost) {
            losses += each ? 1 : 0;
        }
        return StrictMath.log(losses / (lost.length + 1 - losses));
    }

    private double logOdds(int row, double[] weights) {
        var sum = weights[width];
        for (var column = 0; column < width; column++) {
            sum += x[row * width + column] * weights[column];
        }
        return sum;
    }

    private double loss(double[] weights) {
        var sum = 0.0;
        for (var row = 0; row < lost.length; row++) {
            var odds = logOdds(row, weights);
            var toward = lost[row] ? -odds : odds;
            sum += toward > 0
                    ? toward + StrictMath.log1p(StrictMath.exp(-toward))
                    : StrictMath.log1p(StrictMath.exp(toward));
        }
        for (var column = 0; column < width; column++) {
            sum += penalty / 2 * weights[column] * weights[column];
        }
        return sum;
    }

    private void differentiate(double[] weights) {
        for (var column = 0; column <= width; column++) {
            gradient[column] = column < width ? penalty * weights[column] : 0;
            Arrays.fill(curvature[column], 0);
            curvature[column][column] = column < width ? penalty : 0;
        }
        var rowOf = new double[width + 1];
        rowOf[width] = 1;
        for (var row = 0; row < lost.length; row++) {
            System.arraycopy(x, row * width, rowOf, 0, width);
            var probability = 1 / (1 + StrictMath.exp(-logOdds(row, weights)));
            var miss = probability - (lost[row] ? 1 : 0);
            var weight = Math.max(probability * (1 - probability), 1e-9);
            for (var column = 0; column <= width; column++) {
                gradient[column] += miss * rowOf[column];
                var scaled = weight * rowOf[column];
                if (scaled != 0) {
                    var line = curvature[column];
                    for (var other = 0; other <= column; other++) {
                        line[other] += scaled * rowOf[other];
                    }
                }
            }
        }
        for (var column = 0; column <= width; column++) {
            for (var other = 0; other < column; other++) {
                curvature[other][column] = curvature[column][other];
            }
        }
    }

    /** The way to the least of the quadratic that touches the loss, within the bounds. */
    private double[] move(double[] weights) {
        var move = new double[width + 1];
        var slope = gradient.clone();
        for (var sweep = 0; sweep < MOST_SWEEPS; sweep++) {
            var most = 0.0;
            for (var column = 0; column <= width; column++) {
                var to = move[column] - slope[column] / curvature[column][column];
                if (column < width && bounded[column]) {
                    to = Math.max(to, -weights[column]);
                }
                var change = to - move[column];
                if (change != 0) {
                    move[column] = to;
                    for (var other = 0; other <= width; other++) {
                        slope[other] += change * curvature[other][column];
                    }
                    most = Math.max(most, Math.abs(change));
                }
            }
            if (most < STILL) {
                return move;
            }
        }
        return move;
    }

    private double[] moved(double[] weights, double[] move, double share) {
        var moved = new double[width + 1];
        for (var column = 0; column <= width; column++) {
            moved[column] = weights[column] + share * move[column];
            if (column < width && bounded[column]) {
                moved[column] = Math.max(0, moved[column]);
            }
        }
        return moved;
    }
}
