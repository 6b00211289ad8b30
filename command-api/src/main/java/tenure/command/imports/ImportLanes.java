package tenure.command.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/**
 * Batches on their way, several at a time. Everything about one subject goes down the same lane, a batch after the
 * other, so its order is kept; while a decision of one lane waits for the disk, the others go on.
 */
final class ImportLanes implements AutoCloseable {

    private static final int LANES = 4;

    private final CommandSink sink;
    private final ImportReport report;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Lane> lanes = Stream.generate(Lane::new).limit(LANES).toList();

    ImportLanes(CommandSink sink, ImportReport report) {
        this.sink = sink;
        this.report = report;
    }

    /** Takes an item; waits when its lane has a full batch on the way and another one waiting. */
    void add(ImportItem item) {
        lanes.get(Math.floorMod(item.subject().hashCode(), LANES)).add(item);
    }

    /** Sends what has not filled a batch, and waits for everything. */
    void sendRest() {
        lanes.forEach(Lane::send);
        lanes.forEach(Lane::awaitLast);
    }

    @Override
    public void close() {
        threads.close();
    }

    private final class Lane {
        private final List<ImportItem> waiting = new ArrayList<>(CommandSink.MOST);
        private CompletableFuture<Void> last = CompletableFuture.completedFuture(null);

        void add(ImportItem item) {
            waiting.add(item);
            if (waiting.size() == CommandSink.MOST) {
                send();
            }
        }

        void send() {
            awaitLast();
            var batch = List.copyOf(waiting);
            waiting.clear();
            if (!batch.isEmpty()) {
                last = CompletableFuture.runAsync(() -> send(batch), threads);
            }
        }

        void awaitLast() {
            try {
                last.join();
            } catch (CompletionException failed) {
                throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
            }
        }

        private void send(List<ImportItem> batch) {
            var outcomes = sink.send(batch);
            for (int index = 0; index < batch.size(); index++) {
                report.count(batch.get(index), outcomes.get(index));
            }
        }
    }
}
