package tenure.query.churnrisk.statistics.learning;

import java.util.List;

/**
 * What a number adds to the log-odds of loss, in millionths. Outside of the bends it stays as it is at the nearest one.
 *
 * @param bends   by ascending number; none means that it adds nothing
 * @param stepped whether it jumps at each bend; otherwise it runs straight from one to the next
 */
public record Curve(List<Bend> bends, boolean stepped) {
    /** Adds nothing. */
    static final Curve NOTHING = new Curve(List.of(), false);

    /** Copies the list. */
    public Curve {
        bends = List.copyOf(bends);
    }

    /**
     * A point of the curve.
     *
     * @param at           the number
     * @param microLogOdds what it adds, in millionths
     */
    public record Bend(double at, long microLogOdds) {}
}
