package tenure.query.churnrisk.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tenure.query.churnrisk.statistics.Observations;
import tenure.query.churnrisk.statistics.measures.AlertLoad;
import tenure.query.churnrisk.statistics.measures.Auc;
import tenure.query.churnrisk.statistics.measures.Brier;
import tenure.query.churnrisk.statistics.measures.Interval;
import tenure.query.churnrisk.statistics.measures.LeadTime;
import tenure.query.churnrisk.statistics.measures.Lift;
import tenure.query.churnrisk.statistics.measures.Reliability;
import tenure.query.churnrisk.statistics.measures.Resampling;

/**
 * How good a model was, over observations whose horizon is over.
 *
 * @param rows          month ends at which a customer was seen
 * @param customers     different ones
 * @param lostRows      rows whose customer was lost within the horizon
 * @param lostCustomers different ones
 * @param auc           null when nobody was lost, or everybody
 * @param lift          of the riskiest tenth
 * @param liftInterval  95 %, by drawing customers again; null where there is no AUC or no
 *                      tenth to speak of
 * @param brier         of the probabilities and of the constant rate; null without rows
 * @param brierInterval 95 % of that of the probabilities, by drawing customers again; null without rows
 * @param leadTime      share of lost customers that were flagged 0, 7, 14, 30, 60, 90, 180 and 365 days before, against the
 *                      share of days on which those who stayed were
 * @param flaggedNow    flags that stand on the last day
 * @param verdict       what that means, in a sentence
 */
public record Quality(
        int rows,
        int customers,
        int lostRows,
        int lostCustomers,
        @Nullable Auc auc,
        double lift,
        @Nullable Interval liftInterval,
        @Nullable Brier brier,
        @Nullable Interval brierInterval,
        @Nullable Reliability reliability,
        LeadTime leadTime,
        AlertLoad alertLoad,
        int flaggedNow,
        String verdict) {

    private static final int BINS = 10;
    private static final double CHANCE = 0.5;
    private static final int[] DAYS_BEFORE = {0, 7, 14, 30, 60, 90, 180, 365};

    static Quality of(Replay.Part part, Replay.Span span, int colleagues) {
        var all = part.rows.observations();
        var probabilities = part.rows.probabilities();
        var closed = IntStream.range(0, all.rows())
                .filter(row -> all.day()[row] + span.horizonDays() <= span.today())
                .toArray();
        var rows = all.rows(closed);
        var said = Arrays.stream(closed).mapToDouble(row -> probabilities[row]).toArray();
        var auc = Auc.of(said, rows.lost(), rows.customer()).orElse(null);
        var resampling = rows.rows() == 0 ? null : new Resampling(said, rows.lost(), rows.customer());
        var lead = LeadTime.of(part.watches);
        return new Quality(
                rows.rows(),
                rows.customers(),
                rows.lostRows(),
                rows.lostCustomers(),
                auc,
                rows.rows() == 0 ? 1 : Lift.ofTopTenth(said, rows.lost()),
                resampling == null || auc == null || !Lift.hasTenth(said) ? null : resampling.lift(),
                rows.rows() == 0 ? null : Brier.of(said, rows.lost()),
                resampling == null ? null : resampling.brier(),
                rows.rows() == 0 ? null : Reliability.of(said, rows.lost(), BINS),
                new LeadTime(points(lead), lead.retainedDays(), lead.flaggedDays(), lead.retainedRate()),
                AlertLoad.of(part.watches, span.horizonDays(), colleagues, span.today()),
                part.flaggedNow,
                verdict(rows, auc));
    }

    private static List<LeadTime.LeadTimePoint> points(LeadTime lead) {
        return Arrays.stream(DAYS_BEFORE)
                .mapToObj(days -> lead.points().get(days))
                .toList();
    }

    private static String verdict(Observations rows, @Nullable Auc auc) {
        if (auc == null) {
            return "Nothing can be said: of " + rows.customers() + " customers that were seen, "
                    + (rows.lostRows() == 0 ? "none was" : "all were") + " lost within the horizon.";
        }
        var figures = String.format(
                Locale.ROOT,
                "(AUC %.3f, between %.3f and %.3f with 95 %% confidence; 0.5 is chance).",
                auc.value(),
                auc.interval().from(),
                auc.interval().to());
        return auc.interval().from() > CHANCE
                ? "It ranks losses better than chance " + figures
                : "No signal: it does not rank losses better than chance " + figures;
    }
}
