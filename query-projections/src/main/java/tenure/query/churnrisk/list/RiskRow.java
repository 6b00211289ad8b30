package tenure.query.churnrisk.list;

import java.math.BigDecimal;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tenure.query.churnrisk.model.Points;
import tenure.query.churnrisk.model.RiskModel;
import tenure.query.churnrisk.series.RiskSeries;
import tenure.query.churnrisk.signals.SignalCatalogue;

/** Makes rows of series. */
final class RiskRow {

    static final int BEFORE_DAYS = 30;

    private static final int PLACES = 2;
    private static final int POINT = 100;
    private static final long MICROS_PER_THOUSANDTH = 1_000;
    private static final int GOOD_RATING = 4;
    private static final int POOR_RATING = 2;
    private static final int LOW = 40 * POINT;
    private static final int HIGH = 70 * POINT;

    private RiskRow() {}

    static RiskList.RiskListRow of(RiskSeries series, int day, RiskModel model) {
        int health = series.health(day);
        var there = health >= 0;
        var change = change(series, day);
        return new RiskList.RiskListRow(
                series.customerId(),
                series.profile().name(),
                series.profile().owner(day),
                there ? BigDecimal.valueOf(health, PLACES) : null,
                there ? risk(series, day) : null,
                there ? model.bands().get(series.band(day)).band() : null,
                change == null ? null : BigDecimal.valueOf(change, PLACES),
                change == null ? null : risk(series, day - BEFORE_DAYS),
                Arrays.stream(series.drivers(day))
                        .mapToObj(signal -> SignalCatalogue.SIGNALS.get(signal).id())
                        .toList(),
                there ? series.withData(day) : 0,
                model.learned() == null
                        ? model.signals().size()
                        : model.learned().effects().size(),
                series.profile().rating(day),
                disagree(series, day));
    }

    private static BigDecimal risk(RiskSeries series, int day) {
        return Points.risk(series.logOdds(day) * MICROS_PER_THOUSANDTH);
    }

    /** Of the health against that of 30 days before, in hundredths; null when either is not there. */
    static @Nullable Integer change(RiskSeries series, int day) {
        int now = series.health(day);
        int before = series.health(day - BEFORE_DAYS);
        return now < 0 || before < 0 ? null : now - before;
    }

    /** Whether somebody holds for good what the health says is not, or the other way round. */
    static boolean disagree(RiskSeries series, int day) {
        var rating = series.profile().rating(day);
        int health = series.health(day);
        return rating != null
                && health >= 0
                && ((rating >= GOOD_RATING && health < LOW) || (rating <= POOR_RATING && health >= HIGH));
    }
}
