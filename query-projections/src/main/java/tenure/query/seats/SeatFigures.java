package tenure.query.seats;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tenure.query.seats.SeatBalance.SeatGap;
import tenure.query.seats.SeatBalance.SeatGaps;
import tenure.query.seats.SeatTally.Measure;
import tenure.query.shared.Figure;
import tenure.query.shared.Money;
import tenure.query.shared.Rate;
import tenure.query.shared.Standpoint;

/**
 * Makes figures, with the addresses that explain them.
 *
 * @param customerId whose they are; null: of all customers
 * @param licenseId  of which license; null: of all
 */
record SeatFigures(
        Standpoint at,
        @Nullable String customerId,
        @Nullable String licenseId) {

    private static final String PREFIX = "seats.";

    static String name(String figure) {
        return PREFIX + figure;
    }

    Figure of(String figure, long value) {
        return Figure.of(value, name(figure), at, parameters());
    }

    private String[] parameters() {
        if (customerId == null) {
            return new String[0];
        }
        return licenseId == null
                ? new String[] {"customer", customerId}
                : new String[] {"customer", customerId, "subject", licenseId};
    }

    @Nullable Figure known(String figure, @Nullable Long value) {
        return value == null ? null : of(figure, value);
    }

    SeatGaps gaps(SeatTally tally) {
        return new SeatGaps(
                gap(tally, Measure.ASSIGNMENT),
                gap(tally, Measure.LOG_ON),
                gap(tally, Measure.TRAINING),
                gap(tally, Measure.ACTIVITY));
    }

    private @Nullable SeatGap gap(SeatTally tally, Measure measure) {
        var gap = tally.gap(measure);
        var price = tally.gapPrice(measure);
        return gap == null || price == null
                ? null
                : gap(measure, Math.max(0, gap), Math.max(0, -gap), tally.sold(), price);
    }

    SeatGap gap(Measure measure, long missing, long overage, long sold, List<Money> perMonth) {
        return new SeatGap(
                of("gap-" + measure.word(), missing),
                of("overage-" + measure.word(), overage),
                Rate.share(missing, sold),
                perMonth);
    }
}
