package tenure.domain.shared;

import java.math.BigDecimal;

/**
 * An exact number with at most six decimals. Equal numbers are equal values: without trailing zeros and without an
 * exponent, so that they are stored as the same text.
 */
@Limits(min = -Decimal.MOST, max = Decimal.MOST)
public record Decimal(BigDecimal value) {

    static final long MOST = 999_999_999;
    private static final int MOST_DECIMALS = 6;

    /** Checks the value. Its size is told by its exponent, so that 1e999999999 is refused without being written out. */
    public Decimal {
        value = value.stripTrailingZeros();
        BigDecimal most = BigDecimal.valueOf(MOST);
        if (value.compareTo(most) > 0 || value.compareTo(most.negate()) < 0) {
            throw new InvalidValue("", "OUT_OF_RANGE", "Must lie between -%d and %d.".formatted(MOST, MOST));
        }
        if (value.scale() > MOST_DECIMALS) {
            throw new InvalidValue("", "TOO_PRECISE", "At most %d decimals.".formatted(MOST_DECIMALS));
        }
        if (value.scale() < 0) {
            value = value.setScale(0);
        }
    }

    /** The number in the text, such as {@code 0.25}. */
    public static Decimal of(String text) {
        return new Decimal(new BigDecimal(text));
    }
}
