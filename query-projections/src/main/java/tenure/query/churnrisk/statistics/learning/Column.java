package tenure.query.churnrisk.statistics.learning;

import java.util.List;

/**
 * What shares one weight.
 *
 * @param bounded the weight is not below 0
 */
record Column(List<Term> terms, boolean bounded) {

    /** Its value in each row of the sample. */
    double[] of(Sample sample) {
        var sums = new double[sample.rows().rows()];
        for (var term : terms) {
            var values = sample.column(term.source);
            for (var row = 0; row < sums.length; row++) {
                sums[row] += term.at(values[row]);
            }
        }
        return sums;
    }

    /** The same with standard deviation 1. */
    Column standardised(Sample sample) {
        var squares = 0.0;
        for (var value : of(sample)) {
            squares += value * value;
        }
        var scale = squares == 0 ? 0 : 1 / Math.sqrt(squares / sample.rows().rows());
        return new Column(
                terms.stream()
                        .map(term -> new Term(term.source, term.basis, term.missing, scale))
                        .toList(),
                bounded);
    }

    /**
     * A signal, or the age, as a function of its value or of its absence.
     *
     * @param missing it is the scale where there is no data, else 0; otherwise it is 0 where there is no data
     */
    record Term(int source, Basis basis, boolean missing, double scale) {
        private static final Basis NOTHING = new Basis(new double[] {0}, new double[] {0}, false);

        static Term of(int source, Basis basis) {
            return new Term(source, basis, false, 1);
        }

        static Term missing(int source) {
            return new Term(source, NOTHING, true, 1);
        }

        double at(double value) {
            return Double.isNaN(value) == missing ? (missing ? scale : scale * basis.at(value)) : 0;
        }
    }
}
