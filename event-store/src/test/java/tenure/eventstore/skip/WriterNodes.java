package tenure.eventstore.skip;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import tenure.eventstore.drill.ChildProcess;

/** Two nodes of writers, and what is done to them: stalled for 0.7 s or 5 s, or killed and replaced. */
final class WriterNodes implements AutoCloseable {

    private final Map<String, String> properties;
    private final SplittableRandom random;
    private final ChildProcess[] nodes = new ChildProcess[2];
    private final Map<String, Integer> faults = new HashMap<>();
    private int started;

    WriterNodes(String url, boolean stock, SplittableRandom random) {
        this.properties = Map.of("node.url", url, "node.stock", Boolean.toString(stock));
        this.random = random;
        nodes[0] = start();
        nodes[1] = start();
    }

    private ChildProcess start() {
        var own = new HashMap<>(properties);
        own.put("node.name", "node-" + started++);
        own.put("node.seed", Long.toString(random.nextLong()));
        return ChildProcess.start(WriterNode.class, own);
    }

    /** Two seconds of peace, then one fault of each kind for each node. */
    void round() {
        for (int node = 0; node < nodes.length; node++) {
            peace();
            stall(node, 700);
            peace();
            stall(node, 5_000);
            peace();
            nodes[node].kill();
            count("killed");
            nodes[node] = start();
        }
    }

    private void peace() {
        LockSupport.parkNanos(random.nextLong(TimeUnit.SECONDS.toNanos(2)));
        for (var node : nodes) {
            if (!node.isRunning()) {
                throw new AssertionError("A node of writers ended: " + node.output());
            }
        }
    }

    private void stall(int node, long millis) {
        nodes[node].pause();
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
        nodes[node].resume();
        count("stalled " + millis + " ms");
    }

    private void count(String fault) {
        faults.merge(fault, 1, Integer::sum);
    }

    /** How often what was done. */
    Map<String, Integer> faults() {
        return faults;
    }

    /** Ends the writers in the middle of whatever they do. */
    @Override
    public void close() {
        for (var node : nodes) {
            node.kill();
        }
    }
}
