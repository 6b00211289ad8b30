package tenure.benchmark.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;

/**
 * Lets contestants take turns, so that whatever else the machine does meets all of them alike; what counts is the median
 * of each.
 */
public final class Rounds {

    private Rounds() {}

    /** One way to do a piece of work. */
    @FunctionalInterface
    public interface Contestant {
        /** Takes one turn; returns the pieces of work done a second. */
        double turn() throws Exception;
    }

    /** Median of what each contestant did a second, after a first turn that does not count. */
    public static Map<String, Double> medians(int rounds, SequencedMap<String, ? extends Contestant> contestants)
            throws Exception {
        var rates = new TreeMap<String, List<Double>>();
        for (int round = 0; round <= rounds; round++) {
            for (var contestant : contestants.entrySet()) {
                var rate = contestant.getValue().turn();
                if (round > 0) {
                    rates.computeIfAbsent(contestant.getKey(), name -> new ArrayList<>())
                            .add(rate);
                }
            }
        }
        var medians = new TreeMap<String, Double>();
        rates.forEach((name, values) -> medians.put(name, Numbers.median(values)));
        return medians;
    }
}
