package tenure.benchmark.http;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import tenure.benchmark.measure.Callers.Worker;

/**
 * A client that sends one command after another: in turns a change of seats and a rating, which are decisions, and a use
 * of a feature and a log-on, which are facts. Each round of four is about another customer.
 */
final class CommandCaller implements Worker {

    private static final AtomicLong CALLERS = new AtomicLong();
    private static final String JSON = "application/json";

    /** So that callers that work at the same time are about different customers. */
    private static final int APART = 37;

    private final KeptConnection connection;
    private final boolean keyed;
    private final long caller = CALLERS.incrementAndGet();
    private long sent;

    CommandCaller(URI tenure, boolean keyed) {
        this.connection = new KeptConnection(tenure);
        this.keyed = keyed;
    }

    @Override
    public int work() throws IOException {
        var customer = (caller * APART + sent / 4) % Customers.COUNT;
        var name = switch ((int) (sent % 4)) {
            case 0 -> "change-seats";
            case 1 -> "record-feature-use";
            case 2 -> "rate-customer";
            default -> "record-log-on";
        };
        var body = switch ((int) (sent % 4)) {
            // Never what is in force already.
            case 0 ->
                "{\"licenseId\":\"l-" + customer + "\",\"seats\":" + (5 + (caller * 31 + sent / 4) % 9_000)
                        + ",\"pricePerSeatMinorUnits\":1900,\"effectiveOn\":\"2025-03-01\"}";
            case 1 -> "{\"userId\":\"u-" + customer + "\",\"feature\":\"quote\",\"count\":2}";
            case 2 -> "{\"customerId\":\"c-" + customer + "\",\"rating\":4}";
            default -> "{\"userId\":\"u-" + customer + "\"}";
        };
        var key = keyed ? "Idempotency-Key: http-" + caller + "-" + sent + "\r\n" : "";
        sent++;
        var response = connection.post("/api/v1/commands/" + name, JSON, key, body.getBytes(StandardCharsets.UTF_8));
        if (response.status() / 100 != 2) {
            throw new IllegalStateException(name + " was refused: " + response);
        }
        return 1;
    }

    @Override
    public void close() {
        connection.close();
    }
}
