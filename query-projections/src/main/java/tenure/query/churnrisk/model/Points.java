package tenure.query.churnrisk.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import tenure.query.churnrisk.statistics.learning.Scorer;

/** Whole numbers of a score as people read them. */
public final class Points {

    private static final int PLACES_OF_HEALTH = 4;
    private static final int PLACES_OF_RISK = 6;

    private Points() {}

    /** Of ten-thousandths of a point. */
    public static BigDecimal of(long tenThousandths) {
        return BigDecimal.valueOf(tenThousandths, PLACES_OF_HEALTH);
    }

    /** The probability of log-odds in millionths, to six places. */
    public static BigDecimal risk(long microLogOdds) {
        return BigDecimal.valueOf(Scorer.probability(microLogOdds)).setScale(PLACES_OF_RISK, RoundingMode.HALF_UP);
    }

    /** What a signal says, to six places; null where there is no data. */
    public static @Nullable BigDecimal value(double value) {
        return Double.isNaN(value)
                ? null
                : BigDecimal.valueOf(value)
                        .setScale(PLACES_OF_RISK, RoundingMode.HALF_UP)
                        .stripTrailingZeros();
    }
}
