package tenure.query.shared;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * A share, with both of its sides.
 *
 * @param value of ÷ among, to four places; null when there is nothing to divide by
 */
public record Rate(@Nullable BigDecimal value, Figure of, Figure among) {

    private static final int PLACES = 4;

    /** One figure as a share of another. */
    public static Rate of(Figure of, Figure among) {
        return new Rate(share(of.value(), among.value()), of, among);
    }

    /** A quotient to four places, rounded half up; null when there is nothing to divide by. */
    public static @Nullable BigDecimal share(long of, long among) {
        return among == 0
                ? null
                : BigDecimal.valueOf(of).divide(BigDecimal.valueOf(among), PLACES, RoundingMode.HALF_UP);
    }
}
