package tenure.query.churnrisk.statistics.learning;

import static tenure.query.churnrisk.statistics.learning.Learned.Reason.HISTORY_TOO_SHORT;
import static tenure.query.churnrisk.statistics.learning.Learned.Reason.NO_SIGNAL;
import static tenure.query.churnrisk.statistics.learning.Learned.Reason.ONE_CLASS_ONLY;
import static tenure.query.churnrisk.statistics.learning.Learned.Reason.TOO_FEW_CUSTOMERS;
import static tenure.query.churnrisk.statistics.learning.Learned.Reason.TOO_FEW_LOSSES;

import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tenure.query.churnrisk.statistics.Observations;
import tenure.query.churnrisk.statistics.learning.Learned.Accepted;
import tenure.query.churnrisk.statistics.learning.Learned.Reason;
import tenure.query.churnrisk.statistics.learning.Learned.Refused;
import tenure.query.churnrisk.statistics.measures.Ascending;
import tenure.query.churnrisk.statistics.measures.Auc;
import tenure.query.churnrisk.statistics.measures.Brier;
import tenure.query.churnrisk.statistics.measures.Lift;
import tenure.query.churnrisk.statistics.measures.Reliability;

/**
 * Learns a model from what was known at the end of a day, or says why it cannot. The same observations give the same model
 * to the last digit, in whatever order they come.
 */
public final class Learner {

    /** The first third of the losses is only ever learned from. */
    private static final double FIRST_SHARE = 1.0 / 3;

    private static final int BLOCKS = 4;
    private static final int AGE_GROUPS = 5;
    private static final int BINS = 10;
    private static final double CHANCE = 0.5;

    private final LearningRules rules;

    /** Learns by these rules. */
    public Learner(LearningRules rules) {
        this.rules = rules;
    }

    /** Learns from the rows that are closed by the end of the day, and from no others. */
    public Learned learn(Observations all, int today) {
        var rows = all.inOrder().closedBy(today);
        rows.requireClosedBy(today);
        return tooLittle(rows).orElseGet(() -> judged(rows));
    }

    private Optional<Learned> tooLittle(Observations rows) {
        var customers = rows.customers();
        if (customers < rules.leastCustomers()) {
            return refused(
                    TOO_FEW_CUSTOMERS,
                    "Nothing can be learned yet: %d customers have been watched to the end of the horizon, at least %d are needed."
                            .formatted(customers, rules.leastCustomers()));
        }
        if (rows.lostRows() == 0 || rows.lostRows() == rows.rows()) {
            return refused(
                    ONE_CLASS_ONLY,
                    "Nothing can be learned: %s of the %d customers that were watched were lost."
                            .formatted(rows.lostRows() == 0 ? "none" : "all", customers));
        }
        if (rows.lostCustomers() < rules.leastLosses()) {
            return refused(
                    TOO_FEW_LOSSES,
                    "Nothing can be learned yet: %d customers were lost in closed windows, at least %d are needed."
                            .formatted(rows.lostCustomers(), rules.leastLosses()));
        }
        return Optional.empty();
    }

    private static Learned judged(Observations rows) {
        var evidence = evidence(rows);
        if (evidence == null) {
            return new Refused(
                    HISTORY_TOO_SHORT,
                    "Nothing can be learned yet: no losses came late enough to check what was learned from the earlier ones.",
                    null);
        }
        var why = whyNot(evidence);
        if (why != null) {
            return new Refused(NO_SIGNAL, "No signal was found: " + why, evidence);
        }
        var fitting = Fitting.chosenFrom(rows);
        return new Accepted(fitting.of(rows), evidence, fitting.described());
    }

    private static @Nullable Evidence evidence(Observations rows) {
        var said = new ArrayList<HeldOut>();
        var blocks = Fold.blocks(rows, FIRST_SHARE, BLOCKS);
        for (var block = 0; block < blocks.size(); block++) {
            var fitting = Fitting.chosenFrom(blocks.get(block).before());
            for (var fold : blocks.get(block).folds()) {
                said.add(HeldOut.of(fitting.of(fold.learned()), fold.measured(), block));
            }
        }
        return said.isEmpty() ? null : evidence(HeldOut.joined(said));
    }

    private static @Nullable Evidence evidence(HeldOut said) {
        var rows = said.rows();
        var auc = Auc.of(said.logOdds(), rows.lost(), rows.customer());
        var likeAge = Auc.within(likeAge(said), said.ofSignals(), rows.lost(), rows.customer());
        if (auc.isEmpty() || likeAge.isEmpty()) {
            return null;
        }
        var probabilities = said.probabilities();
        return new Evidence(
                rows.rows(),
                rows.customers(),
                rows.lostCustomers(),
                auc.get(),
                likeAge.get(),
                Lift.ofTopTenth(said.logOdds(), rows.lost()),
                Brier.of(probabilities, rows.lost()),
                Reliability.of(probabilities, rows.lost(), BINS));
    }

    /** Rows of the same time and the same fifth of ages. */
    private static int[] likeAge(HeldOut said) {
        var ages = new double[said.rows().rows()];
        for (var row = 0; row < ages.length; row++) {
            ages[row] = said.rows().tenureDays()[row];
        }
        var order = Ascending.order(ages);
        var groups = Ascending.bins(order, ages, AGE_GROUPS);
        var stratum = new int[ages.length];
        for (var group = 0; group < groups.size(); group++) {
            for (var index = groups.get(group).from(); index < groups.get(group).to(); index++) {
                stratum[order[index]] = said.block()[order[index]] * AGE_GROUPS + group;
            }
        }
        return stratum;
    }

    private static @Nullable String whyNot(Evidence evidence) {
        if (evidence.auc().interval().from() <= CHANCE) {
            return says("models of earlier losses do not rank later ones better than chance", evidence.auc());
        }
        if (evidence.aucAmongLikeAge().interval().from() <= CHANCE) {
            return says(
                    "among customers of a like age the signals do not rank losses better than chance",
                    evidence.aucAmongLikeAge());
        }
        if (!evidence.brier().beatsConstantRate()) {
            return String.format(
                    Locale.ROOT,
                    "the probabilities are no better than the rate of all customers (Brier %.4f against %.4f).",
                    evidence.brier().score(),
                    evidence.brier().ofConstantRate());
        }
        return null;
    }

    private static String says(String what, Auc auc) {
        return String.format(
                Locale.ROOT,
                "%s (AUC %.3f, between %.3f and %.3f).",
                what,
                auc.value(),
                auc.interval().from(),
                auc.interval().to());
    }

    private static Optional<Learned> refused(Reason reason, String sentence) {
        return Optional.of(new Refused(reason, sentence, null));
    }
}
