package tenure.query.churnrisk.timeline;

import java.util.ArrayList;
import java.util.List;
import tenure.query.churnrisk.model.RiskModel;
import tenure.query.churnrisk.model.Score;

/**
 * Raises and clears a flag as days pass: when the health has been below the one threshold, or at the other or above, for so
 * many days on end. A day without data ends either; a customer that has left has no flag.
 */
public final class FlagWatch {

    private static final int STANDS = Integer.MIN_VALUE;
    private static final int POINT = Score.MOST / 100;

    private final int raiseBelow;
    private final int clearFrom;
    private final int dwellDays;
    private final List<Span> spans = new ArrayList<>();
    private int low;
    private int high;
    private int raisedOn;
    private int healthThen;
    private boolean up;

    /** By the thresholds of a model. */
    public FlagWatch(RiskModel model) {
        raiseBelow = model.raiseAt() * POINT;
        clearFrom = model.clearAt() * POINT;
        dwellDays = Math.max(1, model.dwellDays());
    }

    /**
     * How long it was up.
     *
     * @param health    when it was raised, in ten-thousandths
     * @param clearedOn the least number while it stands
     */
    public record Span(int raisedOn, int health, int clearedOn) {
        /** Whether it stands. */
        public boolean stands() {
            return clearedOn == STANDS;
        }
    }

    /** A day is over; the health in ten-thousandths, or that there is none. */
    public void on(int day, int health, boolean away) {
        low = !away && health != Score.NONE && health < raiseBelow ? low + 1 : 0;
        high = !away && health != Score.NONE && health >= clearFrom ? high + 1 : 0;
        if (!up && low >= dwellDays) {
            up = true;
            raisedOn = day;
            healthThen = health;
        } else if (up && (away || high >= dwellDays)) {
            up = false;
            spans.add(new Span(raisedOn, healthThen, day));
        }
    }

    /** Whether it is up. */
    public boolean isUp() {
        return up;
    }

    /** All so far, oldest first; the last may stand. */
    public List<Span> spans() {
        var all = new ArrayList<>(spans);
        if (up) {
            all.add(new Span(raisedOn, healthThen, STANDS));
        }
        return all;
    }
}
