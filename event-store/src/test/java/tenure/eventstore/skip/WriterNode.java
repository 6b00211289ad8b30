package tenure.eventstore.skip;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import tenure.eventstore.drill.ChildProcess;
import tenure.eventstore.skip.WrittenLog.Entry;

/**
 * A node of its own: a dozen writers that append until the process ends. One append in ten expects an old version and
 * must be refused; sizes run from one event to two hundred; times lie up to ten years back, and some ahead.
 */
final class WriterNode {

    static final int WRITERS = 12;
    static final int CUSTOMERS = 40;

    private static final long LONGEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(20);

    private WriterNode() {}

    static void main(String[] arguments) throws InterruptedException {
        ChildProcess.endWithParent();
        var url = System.getProperty("node.url");
        var name = System.getProperty("node.name");
        try (var log = Boolean.getBoolean("node.stock") ? new StockLog(url) : new TenureLog(url)) {
            var writers = new ArrayList<Thread>();
            for (int writer = 0; writer < WRITERS; writer++) {
                var random = new SplittableRandom(Long.getLong("node.seed") * 31 + writer);
                var stream = name + "/" + writer;
                writers.add(Thread.ofPlatform().start(() -> write(log, stream, random)));
            }
            for (var writer : writers) {
                writer.join();
            }
        }
    }

    private static void write(WrittenLog log, String stream, SplittableRandom random) {
        long next = 0;
        while (true) {
            var entries = entries(random);
            if (next > 0 && random.nextInt(10) == 0) {
                require(!log.append(stream, random.nextLong(next), entries), "an old version was taken");
            } else {
                require(log.append(stream, next, entries), "the next version was refused");
                next += entries.size();
            }
            LockSupport.parkNanos(random.nextLong(LONGEST_PAUSE));
        }
    }

    private static List<Entry> entries(SplittableRandom random) {
        var dice = random.nextInt(100);
        var size = dice < 80 ? random.nextInt(1, 4) : dice < 98 ? random.nextInt(4, 11) : random.nextInt(50, 201);
        var entries = new ArrayList<Entry>(size);
        for (int i = 0; i < size; i++) {
            var filler = random.nextInt(100) == 0 ? random.nextInt(20_000) : random.nextInt(100);
            entries.add(new Entry(
                    "C-" + random.nextInt(CUSTOMERS), time(random), random.nextInt(3) == 0, "x".repeat(filler)));
        }
        return entries;
    }

    private static Instant time(SplittableRandom random) {
        var now = Instant.now();
        return switch (random.nextInt(4)) {
            case 0 -> now;
            case 1 -> now.minus(Duration.ofHours(2));
            case 2 -> now.minus(Duration.ofDays(random.nextLong(3_650)));
            default -> now.plus(Duration.ofDays(random.nextLong(30)));
        };
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            System.out.println("WRONG: " + otherwise);
            System.exit(1);
        }
    }
}
