package tenure.query.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/** Says what is wrong with the positions that a reader has seen, in the order in which it saw them. */
final class SeenEvents {

    private SeenEvents() {}

    /** What a reader of positions 1 to {@code last} has skipped, seen twice or seen out of order; empty when all is well. */
    static List<String> problems(List<Long> seen, long last) {
        var problems = new ArrayList<String>();
        for (int i = 1; i < seen.size(); i++) {
            if (seen.get(i) <= seen.get(i - 1)) {
                problems.add(seen.get(i) + " came after " + seen.get(i - 1));
            }
        }
        LongStream.rangeClosed(1, last)
                .filter(position -> !seen.contains(position))
                .forEach(position -> problems.add(position + " never came"));
        return problems;
    }
}
