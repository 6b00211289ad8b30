package tenure.benchmark.http;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import tenure.benchmark.measure.Callers.Worker;

/** A client that sends usage in masses: uses of features by users whose customers it leaves out. */
final class UsageCaller implements Worker {

    static final int ITEMS = 1_000;

    private static final AtomicLong CALLERS = new AtomicLong();
    private static final int DIGITS = 10;

    private final KeptConnection connection;
    private final long caller = CALLERS.incrementAndGet();
    private final byte[] body;
    private final int lineLength;
    private final int placeOfBatch;
    private long sent;

    UsageCaller(URI tenure) {
        this.connection = new KeptConnection(tenure);
        var lines = new StringBuilder();
        for (int item = 0; item < ITEMS; item++) {
            lines.append(String.format(
                    Locale.ROOT,
                    "{\"messageId\":\"m-%05d-%010d-%04d\",\"type\":\"feature-use\",\"userId\":\"u-%d\","
                            + "\"feature\":\"quote\",\"count\":3,\"occurredAt\":\"2026-01-16T08:45:00.123Z\"}\n",
                    caller,
                    0,
                    item,
                    // Four digits each, so that all lines are as long.
                    1_000 + (caller * 100 + item / 5) % (Customers.COUNT - 1_000)));
        }
        body = lines.toString().getBytes(StandardCharsets.US_ASCII);
        lineLength = body.length / ITEMS;
        placeOfBatch = lines.indexOf("0000000000");
    }

    @Override
    public int work() throws IOException {
        var batch = String.format(Locale.ROOT, "%0" + DIGITS + "d", ++sent).getBytes(StandardCharsets.US_ASCII);
        for (int place = placeOfBatch; place < body.length; place += lineLength) {
            System.arraycopy(batch, 0, body, place, DIGITS);
        }
        var response = connection.post("/api/v1/usage", "application/x-ndjson", "", body);
        if (response.status() != 200 || !response.body().contains("\"accepted\":" + ITEMS + ",")) {
            throw new IllegalStateException("Not all usage was taken: " + response);
        }
        return ITEMS;
    }

    @Override
    public void close() {
        connection.close();
    }
}
