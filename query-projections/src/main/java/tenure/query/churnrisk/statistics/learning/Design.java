package tenure.query.churnrisk.statistics.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tenure.query.churnrisk.statistics.Clusters;
import tenure.query.churnrisk.statistics.learning.Column.Term;

/**
 * The columns that weights are learned for, standardised over the rows that are learned from: nothing in them knows of other
 * rows. A missing signal is 0, as the average row is.
 */
record Design(List<Column> columns) {

    /** Hazards change fast at first and slowly later, so the age counts by its logarithm. */
    private static final double[] AGES = {0, 15, 30, 60, 90, 180, 365, 730, 1_460, 2_920};

    private static final double DAYS_PER_MONTH = 30;
    private static final double MOST_ALIKE = 0.5;

    /** A signal that is missing in fewer of the rows, or there in fewer, has no weight for being missing. */
    private static final double RARE = 0.05;

    static Design of(Sample sample, Form form) {
        var columns = new ArrayList<Column>();
        var shared = new ArrayList<Term>();
        for (var signal = 0; signal < sample.age(); signal++) {
            var sign = sample.rows().signals().get(signal).direction().sign();
            var own = form.grouping() == Grouping.OWN;
            for (var term : terms(sample, signal, form.shape(), sign == 0 ? 1 : sign)) {
                if (own || sign == 0) {
                    columns.add(new Column(List.of(term), sign != 0));
                } else {
                    shared.add(term);
                }
            }
            if (own && isOftenMissing(sample, signal)) {
                columns.add(new Column(List.of(Term.missing(signal)), false));
            }
        }
        for (var terms : grouped(sample, shared, form.grouping())) {
            columns.add(new Column(terms, true).standardised(sample));
        }
        columns.add(age(sample));
        return new Design(columns);
    }

    private static List<Term> terms(Sample sample, int signal, Shape shape, int sign) {
        var there = sample.sorted()[signal];
        if (there.length == 0) {
            return List.of();
        }
        return shape.of(there).stream()
                .map(basis -> Term.of(signal, basis.standardised(there, sign)))
                .toList();
    }

    private static boolean isOftenMissing(Sample sample, int signal) {
        var there = sample.sorted()[signal].length;
        var rows = sample.rows().rows();
        return Math.min(there, rows - there) >= RARE * rows;
    }

    private static List<List<Term>> grouped(Sample sample, List<Term> shared, Grouping grouping) {
        if (shared.isEmpty()) {
            return List.of();
        }
        if (grouping == Grouping.TOGETHER) {
            return List.of(shared);
        }
        var values = shared.stream()
                .map(term -> Arrays.stream(sample.column(term.source()))
                        .map(value -> Double.isNaN(value) ? value : term.at(value))
                        .toArray())
                .toArray(double[][]::new);
        return Clusters.alike(values, MOST_ALIKE, false).stream()
                .map(cluster -> Arrays.stream(cluster).mapToObj(shared::get).toList())
                .toList();
    }

    private static Column age(Sample sample) {
        var logarithm = Arrays.stream(AGES)
                .map(age -> StrictMath.log1p(age / DAYS_PER_MONTH))
                .toArray();
        var basis = new Basis(AGES, logarithm, false).standardised(sample.sorted()[sample.age()], 1);
        return new Column(List.of(Term.of(sample.age(), basis)), false);
    }

    /** Row by row, as {@link PenalisedLogistic} wants it. */
    double[] matrix(Sample sample) {
        var width = columns.size();
        var matrix = new double[sample.rows().rows() * width];
        for (var index = 0; index < width; index++) {
            var column = columns.get(index).of(sample);
            for (var row = 0; row < column.length; row++) {
                matrix[row * width + index] = column[row];
            }
        }
        return matrix;
    }

    boolean[] bounded() {
        var bounded = new boolean[columns.size()];
        for (var index = 0; index < bounded.length; index++) {
            bounded[index] = columns.get(index).bounded();
        }
        return bounded;
    }
}
