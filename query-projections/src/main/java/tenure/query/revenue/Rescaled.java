package tenure.query.revenue;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * A churn over some days as it would be over a year and over a month, if it went on alike: {@code 1 − (1 − c)^(365/days)}
 * and {@code 1 − (1 − c)^((365/12)/days)}, to four places. Source: definitions.md §3.9.
 *
 * @param days    between the two days compared
 * @param annual  over 365 days
 * @param monthly over a twelfth of that
 */
public record Rescaled(long days, BigDecimal annual, BigDecimal monthly) {

    private static final int PLACES = 4;
    private static final BigInteger HALVES = BigInteger.valueOf(20_000);
    private static final int DAYS_OF_YEAR = 365;
    private static final int MONTHS = 12;

    /** Of a churn of so much among so much; null when there is nothing to divide by. */
    static @Nullable Rescaled of(long lost, long among, long days) {
        return among == 0 || days == 0
                ? null
                : new Rescaled(days, over(lost, among, days), over(lost, among, days * MONTHS));
    }

    /** {@code 1 − (1 − lost/among)^(365/n)}, rounded half up. */
    private static BigDecimal over(long lost, long among, long n) {
        var divisor = BigInteger.valueOf(lost).gcd(BigInteger.valueOf(among));
        var all = BigInteger.valueOf(among).divide(divisor);
        var stay = BigInteger.valueOf(among - lost).divide(divisor).pow(DAYS_OF_YEAR);
        var base = all.pow(DAYS_OF_YEAR);
        int power = Math.toIntExact(n);
        var scale = HALVES.pow(power);
        // The largest whole number of ten-thousandths that the rate, and half of one more, still reaches.
        int least = 0;
        int most = 10_000;
        while (least < most) {
            int middle = (least + most + 1) / 2;
            if (reaches(2L * middle - 1, stay, base, power, scale)) {
                least = middle;
            } else {
                most = middle - 1;
            }
        }
        return BigDecimal.valueOf(least, PLACES);
    }

    /** Whether the rate is at least so many halves of a ten-thousandth: no root is drawn, both sides are whole numbers. */
    private static boolean reaches(long halves, BigInteger stay, BigInteger base, int power, BigInteger scale) {
        var rest = HALVES.subtract(BigInteger.valueOf(halves)).pow(power);
        return stay.multiply(scale).compareTo(rest.multiply(base)) <= 0;
    }
}
