package tenure.query.engagement;

import static java.math.RoundingMode.HALF_UP;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * How much of the activity a few users do. Every component has four places, and is null when nobody did anything.
 *
 * @param hhi            sum of the squares of the shares (Herfindahl and Hirschman): 1 when one user does everything
 * @param effectiveUsers 1 ÷ hhi: as many users with equal shares would have the same hhi
 * @param gini           0 when all do the same; close to 1 when one of many does everything
 */
public record Concentration(
        @Nullable BigDecimal hhi,
        @Nullable BigDecimal effectiveUsers,
        @Nullable BigDecimal gini) {

    private static final int PLACES = 4;

    /** Of the activities of all users, also of those who did nothing. */
    static Concentration of(Collection<Long> activities) {
        var ascending = activities.stream().sorted().toList();
        var sum = BigInteger.ZERO;
        var squares = BigInteger.ZERO;
        var ranked = BigInteger.ZERO;
        for (int index = 0; index < ascending.size(); index++) {
            var activity = BigInteger.valueOf(ascending.get(index));
            sum = sum.add(activity);
            squares = squares.add(activity.multiply(activity));
            ranked = ranked.add(activity.multiply(BigInteger.valueOf(index + 1L)));
        }
        if (sum.signum() == 0) {
            return new Concentration(null, null, null);
        }
        var users = BigInteger.valueOf(ascending.size());
        return new Concentration(
                quotient(squares, sum.multiply(sum)),
                quotient(sum.multiply(sum), squares),
                quotient(ranked.shiftLeft(1).subtract(users.add(BigInteger.ONE).multiply(sum)), users.multiply(sum)));
    }

    private static BigDecimal quotient(BigInteger of, BigInteger among) {
        return new BigDecimal(of).divide(new BigDecimal(among), PLACES, HALF_UP);
    }
}
