package tenure.query.engagement;

import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;

/** What was first off, then on, then off again …, at the end of each day. */
final class Switch {

    /** What was never on. */
    static final Switch OFF = new Switch(new int[0]);

    private final int[] turns;

    private Switch(int[] turns) {
        this.turns = turns;
    }

    /** Something that was on or off at the end of these days, and stayed so until the next. */
    static Switch of(SortedMap<Integer, Boolean> days) {
        var turns = new int[days.size()];
        int count = 0;
        for (Map.Entry<Integer, Boolean> day : days.entrySet()) {
            if (day.getValue() != (count % 2 == 1)) {
                turns[count++] = day.getKey();
            }
        }
        return count == 0 ? OFF : new Switch(Arrays.copyOf(turns, count));
    }

    boolean isOn(int day) {
        boolean on = false;
        for (int turn : turns) {
            if (turn > day) {
                break;
            }
            on = !on;
        }
        return on;
    }
}
