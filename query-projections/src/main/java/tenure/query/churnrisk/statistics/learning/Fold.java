package tenure.query.churnrisk.statistics.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import tenure.query.churnrisk.statistics.Observations;

/**
 * Rows to learn from, and later rows of other customers to be measured by. What is learned from was closed before the first
 * of those days.
 */
record Fold(Observations learned, Observations measured) {

    /** In each of so many parts every customer is in the measured rows of one fold only. */
    private static final int CUSTOMER_GROUPS = 3;

    private static final int LEAST_LOSSES = 5;

    /** Blocks of days with about as many losses each; those whose past is too short to learn from are left out. */
    static List<Block> blocks(Observations rows, double firstShare, int blocks) {
        var edges = edges(rows, firstShare, blocks);
        var found = new ArrayList<Block>();
        for (var block = 0; block + 1 < edges.length; block++) {
            var from = edges[block];
            var to = edges[block + 1];
            var before = rows.closedBy(from);
            var folds = of(before, rows.where(row -> rows.day()[row] >= from && rows.day()[row] < to));
            if (!folds.isEmpty()) {
                found.add(new Block(before, folds));
            }
        }
        return found;
    }

    private static List<Fold> of(Observations before, Observations within) {
        var folds = new ArrayList<Fold>();
        for (var group = 0; group < CUSTOMER_GROUPS; group++) {
            var held = group;
            var learned = before.where(row -> group(before.customer()[row]) != held);
            var measured = within.where(row -> group(within.customer()[row]) == held);
            if (learned.lostCustomers() >= LEAST_LOSSES && learned.lostRows() < learned.rows() && measured.rows() > 0) {
                folds.add(new Fold(learned, measured));
            }
        }
        return folds;
    }

    /** First days of blocks with about as many losses each, and the day after the last. */
    private static int[] edges(Observations rows, double firstShare, int blocks) {
        var lostDays = IntStream.range(0, rows.rows())
                .filter(row -> rows.lost()[row])
                .map(row -> rows.day()[row])
                .sorted()
                .toArray();
        var end = IntStream.of(rows.day()).max().orElse(0) + 1;
        var first = IntStream.range(0, lostDays.length == 0 ? 0 : blocks).map(block -> {
            var share = firstShare + (1 - firstShare) * block / blocks;
            return lostDays[(int) (share * lostDays.length)];
        });
        return IntStream.concat(first, IntStream.of(end)).distinct().toArray();
    }

    /** Mixes the number, which may have been given in an order that means something. */
    private static int group(int customer) {
        var mixed = customer * 0x9E3779B97F4A7C15L;
        return (int) Long.remainderUnsigned(mixed ^ (mixed >>> 32), CUSTOMER_GROUPS);
    }

    /**
     * Some days.
     *
     * @param before all that was closed before the first of them
     */
    record Block(Observations before, List<Fold> folds) {}
}
