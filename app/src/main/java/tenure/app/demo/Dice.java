package tenure.app.demo;

import java.util.List;

/**
 * Chance that falls the same way every time. Whoever needs some takes dice of their own by a label, so that one part of
 * the company can change and all others stay as they were. The steps are those of SplitMix64.
 */
final class Dice {

    private static final long STEP = 0x9E3779B97F4A7C15L;
    private static final double UNIT = 0x1.0p-53;

    private final long origin;
    private long state;

    Dice(long seed) {
        this.origin = mixed(seed);
        this.state = origin;
    }

    /** Dice of their own, the same for the same label however often these have fallen. */
    Dice of(Object... label) {
        long hash = 0xCBF29CE484222325L;
        for (Object part : label) {
            String text = part.toString();
            for (int index = 0; index <= text.length(); index++) {
                hash ^= index < text.length() ? text.charAt(index) : '|';
                hash *= 0x100000001B3L;
            }
        }
        return new Dice(origin ^ hash);
    }

    /** From 0, itself included, to 1. */
    double share() {
        state += STEP;
        return (mixed(state) >>> 11) * UNIT;
    }

    /** Whether something happens that happens so often out of 1. */
    boolean chance(double share) {
        return share() < share;
    }

    /** A whole number in {@code [from, to]}. */
    int between(int from, int to) {
        return from + (int) (share() * (to - from + 1));
    }

    /** A number in {@code [from, to)}. */
    double between(double from, double to) {
        return from + share() * (to - from);
    }

    <T> T pick(List<T> choices) {
        return choices.get(between(0, choices.size() - 1));
    }

    private static long mixed(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
