package tenure.benchmark.lag;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import tenure.benchmark.view.Change;

/** When each event was acknowledged to its writer, and when each reader had it. */
final class Clocks {

    private final Map<String, Long> acknowledged = new ConcurrentHashMap<>();
    private final Map<String, Map<String, Long>> seen = new ConcurrentHashMap<>();

    void acknowledged(String event) {
        acknowledged.put(event, System.nanoTime());
    }

    void seen(String reader, List<Change> changes) {
        var now = System.nanoTime();
        var times = seen.computeIfAbsent(reader, name -> new ConcurrentHashMap<>());
        changes.forEach(change -> times.put(change.id(), now));
    }

    /** Whether a reader has all that was acknowledged. */
    boolean hasAll(String reader) {
        return seen.getOrDefault(reader, Map.of()).size() >= acknowledged.size();
    }

    /** Milliseconds from acknowledgement to reader, of every event; one that the reader had first counts as none. */
    List<Double> lags(String reader) {
        var times = seen.getOrDefault(reader, Map.of());
        var lags = new ArrayList<Double>();
        acknowledged.forEach((event, time) ->
                lags.add(Math.max(0, Objects.requireNonNull(times.get(event)) - time) / 1e6));
        return lags;
    }

    void reset() {
        acknowledged.clear();
        seen.values().forEach(Map::clear);
    }
}
