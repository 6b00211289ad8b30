package tenure.query.churnrisk.statistics.learning;

import java.util.ArrayList;
import java.util.stream.DoubleStream;
import tenure.query.churnrisk.statistics.learning.Column.Term;

/** Learns the weights of a design and writes them down as a model. */
final class Weighting {

    private final Sample sample;
    private final Form form;
    private final Design design;
    private final double[] matrix;

    Weighting(Sample sample, Form form) {
        this.sample = sample;
        this.form = form;
        design = Design.of(sample, form);
        matrix = design.matrix(sample);
    }

    /**
     * The model under a penalty, which is meant for one row per lost customer: the more rows tell of the same loss, the less
     * each of them counts against it.
     */
    LearnedModel penalised(double penalty) {
        var rows = sample.rows();
        var rowsPerLoss = (double) rows.lostRows() / rows.lostCustomers();
        return model(PenalisedLogistic.fit(
                matrix, design.columns().size(), rows.lost(), penalty * rowsPerLoss, design.bounded()));
    }

    private LearnedModel model(double[] weights) {
        var effects = new ArrayList<LearnedModel.Effect>();
        var signals = sample.rows().signals();
        for (var signal = 0; signal < signals.size(); signal++) {
            effects.add(new LearnedModel.Effect(
                    signals.get(signal).name(),
                    signals.get(signal).direction(),
                    curve(signal, weights, form.shape() == Shape.STEPPED),
                    whenMissing(signal, weights)));
        }
        var base = weights[design.columns().size()];
        return new LearnedModel(
                sample.rows().horizonDays(), micros(base), curve(sample.age(), weights, false), effects);
    }

    private Curve curve(int source, double[] weights, boolean stepped) {
        var knots = design.columns().stream()
                .flatMap(column -> column.terms().stream())
                .filter(term -> isOf(term, source))
                .flatMapToDouble(term -> DoubleStream.of(term.basis().at()))
                .sorted()
                .distinct();
        var bends = knots.mapToObj(knot -> new Curve.Bend(knot, micros(sum(source, weights, knot))))
                .toList();
        return bends.stream().allMatch(bend -> bend.microLogOdds() == 0) ? Curve.NOTHING : new Curve(bends, stepped);
    }

    private double sum(int source, double[] weights, double knot) {
        var sum = 0.0;
        for (var column = 0; column < design.columns().size(); column++) {
            for (var term : design.columns().get(column).terms()) {
                sum += isOf(term, source) ? weights[column] * term.at(knot) : 0;
            }
        }
        return sum;
    }

    private static boolean isOf(Term term, int source) {
        return term.source() == source && !term.missing();
    }

    private long whenMissing(int signal, double[] weights) {
        for (var column = 0; column < design.columns().size(); column++) {
            var term = design.columns().get(column).terms().getFirst();
            if (term.missing() && term.source() == signal) {
                return micros(weights[column] * term.scale());
            }
        }
        return 0;
    }

    private static long micros(double logOdds) {
        return Math.round(logOdds * Scorer.MICROS);
    }
}
