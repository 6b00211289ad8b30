package tenure.query.churnrisk.series;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Health and risk of one customer, day by day, in seven bytes each. After the last day that is kept everything stays as on
 * it. Health is kept in hundredths of a point, log-odds in thousandths.
 */
public final class RiskSeries {

    /** Stands for a day on which the customer was none yet, or had left. */
    public static final int AWAY = -2;

    /** Stands for a day on which no signal had data. */
    public static final int NO_DATA = -1;

    /** Signals that can be named in one day's drivers. */
    static final int MOST_SIGNALS = 31;

    private static final int BITS_PER_DRIVER = 5;
    private static final int DRIVERS = 3;
    private static final int BITS_OF_DATA = 5;

    private final String customerId;
    private final Profile profile;
    private final int firstDay;
    private final short[] health;
    private final short[] logOdds;
    private final short[] drivers;
    private final byte[] bandAndData;

    RiskSeries(
            String customerId,
            Profile profile,
            int firstDay,
            short[] health,
            short[] logOdds,
            short[] drivers,
            byte[] bandAndData) {
        this.customerId = customerId;
        this.profile = profile;
        this.firstDay = firstDay;
        int length = health.length;
        while (length > 1
                && health[length - 1] == health[length - 2]
                && logOdds[length - 1] == logOdds[length - 2]
                && drivers[length - 1] == drivers[length - 2]
                && bandAndData[length - 1] == bandAndData[length - 2]) {
            length--;
        }
        this.health = Arrays.copyOf(health, length);
        this.logOdds = Arrays.copyOf(logOdds, length);
        this.drivers = Arrays.copyOf(drivers, length);
        this.bandAndData = Arrays.copyOf(bandAndData, length);
    }

    static short drivers(int[] signals) {
        int packed = 0;
        for (int i = 0; i < DRIVERS; i++) {
            packed |= (signals[i] + 1) << (i * BITS_PER_DRIVER);
        }
        return (short) packed;
    }

    static byte bandAndData(int band, int withData) {
        return (byte) (Math.min(band, 7) << BITS_OF_DATA | Math.min(withData, 31));
    }

    /** The customer. */
    public String customerId() {
        return customerId;
    }

    /** What else is told of it. */
    public Profile profile() {
        return profile;
    }

    private int index(int day) {
        return Math.min(day - firstDay, health.length - 1);
    }

    /** Health at the end of a day, in hundredths; or one of the stand-ins. */
    public int health(int day) {
        return day < firstDay || health.length == 0 ? AWAY : health[index(day)];
    }

    /** Log-odds of loss at the end of a day, in thousandths. */
    public int logOdds(int day) {
        return logOdds[index(day)];
    }

    /** Number of the band at the end of a day. */
    public int band(int day) {
        return (bandAndData[index(day)] & 0xFF) >> BITS_OF_DATA;
    }

    /** Signals with data at the end of a day. */
    public int withData(int day) {
        return bandAndData[index(day)] & 0x1F;
    }

    /** Numbers of the signals that took most from the health, the greatest first. */
    public int[] drivers(int day) {
        int packed = drivers[index(day)];
        var found = new int[DRIVERS];
        int count = 0;
        for (int i = 0; i < DRIVERS; i++) {
            int signal = (packed >> (i * BITS_PER_DRIVER) & MOST_SIGNALS) - 1;
            if (signal >= 0) {
                found[count++] = signal;
            }
        }
        return Arrays.copyOf(found, count);
    }

    /** First day that is kept. */
    public int firstDay() {
        return firstDay;
    }

    /** Days that are kept. */
    public int days() {
        return health.length;
    }

    /**
     * What else lists say of a customer, as it changed.
     *
     * @param name        the newest
     * @param ownerSince  days from which on somebody looked after it
     * @param owners      who
     * @param ratedOn     days on which somebody judged it
     * @param ratings     1 to 5
     */
    public record Profile(@Nullable String name, int[] ownerSince, String[] owners, int[] ratedOn, int[] ratings) {

        private static final int RATING_LASTS = 180;

        /** Who looked after it at the end of a day; null when nobody did. */
        public @Nullable String owner(int day) {
            String found = null;
            for (int i = 0; i < owners.length; i++) {
                found = ownerSince[i] <= day ? owners[i] : found;
            }
            return found;
        }

        /** The newest judgement at the end of a day; null when there is none of the last 180 days. */
        public @Nullable Integer rating(int day) {
            Integer found = null;
            for (int i = 0; i < ratings.length; i++) {
                if (ratedOn[i] <= day) {
                    found = day - ratedOn[i] > RATING_LASTS ? null : ratings[i];
                }
            }
            return found;
        }
    }
}
