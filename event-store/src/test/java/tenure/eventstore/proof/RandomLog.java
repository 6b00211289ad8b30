package tenure.eventstore.proof;

import com.fasterxml.uuid.Generators;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import tenure.eventstore.Append;
import tenure.eventstore.AppendOutcome.Stored;
import tenure.eventstore.Appender;
import tenure.eventstore.EventType;
import tenure.eventstore.NewEvent;

/** Appends batches of random sizes and shapes. */
final class RandomLog {

    private static final List<EventType> TYPES = List.of(
            new EventType("license.sold", 1),
            new EventType("license.sold", 2),
            new EventType("user.invited", 1),
            new EventType("usage.day-reported", 1));

    private final Random random;
    private final Appender appender;
    private long position;

    RandomLog(Random random, Appender appender) {
        this.random = random;
        this.appender = appender;
    }

    /** Appends one batch of so many events. */
    void batch(int events) {
        var appends = new ArrayList<Append>();
        int left = events;
        while (left > 0) {
            int size = Math.min(left, 1 + random.nextInt(3));
            var batch = new ArrayList<NewEvent>();
            for (int i = 0; i < size; i++) {
                batch.add(event());
            }
            appends.add(new Append(null, batch));
            left -= size;
        }
        for (var outcome : appender.append(appends)) {
            if (!(outcome instanceof Stored)) {
                throw new IllegalStateException("Refused: " + outcome);
            }
        }
    }

    private NewEvent event() {
        position++;
        return new NewEvent(
                "stream/" + random.nextInt(40),
                random.nextBoolean() ? "Thing" : null,
                null,
                Generators.timeBasedEpochGenerator().generate(),
                TYPES.get(random.nextInt(TYPES.size())),
                Instant.ofEpochSecond(random.nextLong(-2_000_000_000L, 4_000_000_000L), random.nextInt(1_000_000_000)),
                text("P-"),
                text("Jürgen \"😀\" \\ "),
                text("trace-"),
                text("cause-"),
                text("key\t"),
                text("anna\u2028 "),
                bytes("{\"n\":" + position + ",\"pad\":\"" + "x".repeat(random.nextInt(200)) + "\"}"),
                random.nextBoolean() ? bytes("{}") : new byte[0]);
    }

    private String text(String prefix) {
        return switch (random.nextInt(4)) {
            case 0 -> null;
            case 1 -> "";
            default -> prefix + random.nextInt(1_000);
        };
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
