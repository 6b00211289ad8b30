package tenure.query.churnrisk.statistics.learning;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import tenure.query.churnrisk.statistics.Observations;

/**
 * Chooses how to fit, fits, and calibrates, all inside of the rows it is given: the form and then the penalty whose models
 * are least surprised by later rows of other customers.
 *
 * @param penalty     inverse variance that each standardised weight is expected to have; the greater, the closer to 0
 * @param calibration learned from what such models said of those rows
 */
record Fitting(Form form, double penalty, Calibration calibration) {

    private static final double FIRST_SHARE = 0.4;
    private static final int BLOCKS = 2;

    private static final double USUAL_PENALTY = 16;
    private static final double[] PENALTIES = {256, 64, 16, 4, 1};

    static Fitting chosenFrom(Observations rows) {
        var folds = Fold.blocks(rows, FIRST_SHARE, BLOCKS).stream()
                .flatMap(block -> block.folds().stream())
                .toList();
        if (folds.isEmpty()) {
            return new Fitting(Form.ALL.getFirst(), USUAL_PENALTY, Calibration.NONE);
        }
        var samples = folds.stream().map(fold -> Sample.of(fold.learned())).toList();
        var form = Form.ALL.stream()
                .map(each -> heldOut(folds, weightings(samples, each), each, USUAL_PENALTY))
                .min(BY_SURPRISE)
                .orElseThrow()
                .form;
        var weightings = weightings(samples, form);
        return IntStream.range(0, PENALTIES.length)
                .mapToObj(index -> heldOut(folds, weightings, form, PENALTIES[index]))
                .min(BY_SURPRISE)
                .orElseThrow()
                .calibrated();
    }

    private static List<Weighting> weightings(List<Sample> samples, Form form) {
        return samples.stream().map(sample -> new Weighting(sample, form)).toList();
    }

    private static Candidate heldOut(List<Fold> folds, List<Weighting> weightings, Form form, double penalty) {
        var said = IntStream.range(0, folds.size())
                .mapToObj(fold -> HeldOut.of(
                        weightings.get(fold).penalised(penalty), folds.get(fold).measured(), 0))
                .toList();
        return new Candidate(form, penalty, HeldOut.joined(said));
    }

    /** A model of rows: those it was chosen from, or a part of them. */
    LearnedModel of(Observations rows) {
        return calibration.of(new Weighting(Sample.of(rows), form).penalised(penalty));
    }

    /** In words that can be stored. */
    String described() {
        return "effects %s, weights %s, penalty %.0f"
                .formatted(form.shape(), form.grouping(), penalty)
                .toLowerCase(Locale.ROOT);
    }

    private static final Comparator<Candidate> BY_SURPRISE =
            Comparator.comparingDouble(candidate -> candidate.heldOut.surprise());

    private record Candidate(Form form, double penalty, HeldOut heldOut) {
        Fitting calibrated() {
            var rows = heldOut.rows();
            var rowsPerLoss = Math.max(1, (double) rows.lostRows() / Math.max(1, rows.lostCustomers()));
            return new Fitting(form, penalty, Calibration.of(heldOut.logOdds(), rows.lost(), rowsPerLoss));
        }
    }
}
