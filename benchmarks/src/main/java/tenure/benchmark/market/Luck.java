package tenure.benchmark.market;

import java.util.List;
import java.util.SplittableRandom;

/** Chance that comes out the same for the same seed, on every machine. */
final class Luck {

    private static final int UNIFORMS = 12;

    private final SplittableRandom random;

    Luck(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** Chance of its own for somebody, so that what one does leaves others as they are. */
    Luck another() {
        return new Luck(random.nextLong());
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    double uniform(double from, double to) {
        return from + random.nextDouble() * (to - from);
    }

    /** A whole number from the first to the last, both included. */
    int between(int first, int last) {
        return random.nextInt(first, last + 1);
    }

    <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** The first is taken most often. */
    <T> T oneOfTheFirst(List<T> all) {
        var share = random.nextDouble();
        return all.get((int) (share * share * all.size()));
    }

    /** Half of the values lie below the median; those above reach further. */
    double skewed(double median, double spread) {
        double normal = -UNIFORMS / 2.0;
        for (int i = 0; i < UNIFORMS; i++) {
            normal += random.nextDouble();
        }
        return median * StrictMath.exp(spread * normal);
    }

    /** How many times something is tried until it comes about; at most a thousand. */
    int tries(double probability) {
        var tries = 1 + StrictMath.log(1 - random.nextDouble()) / StrictMath.log(1 - probability);
        return (int) Math.min(1_000, tries);
    }
}
