package tenure.reliability.killing;

import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import tenure.reliability.killing.Journal.Told;
import tenure.system.Http;
import tenure.system.Http.Answer;

/**
 * Clients that send commands with keys, one after another, each again and again under its key until it has an answer.
 * One answered command in twenty is delivered once more.
 */
final class KeyedClients implements AutoCloseable {

    private static final long BEFORE_THE_NEXT_TRY = TimeUnit.MILLISECONDS.toNanos(20);

    /** Clients who knock all the time where nobody is yet would take the processor from the one who starts there. */
    private static final long WHILE_NOBODY_LISTENS = TimeUnit.MILLISECONDS.toNanos(200);

    private final Journal journal;
    private final Supplier<URI> address;
    private final ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<?>> clients = new ArrayList<>();
    private volatile boolean stopping;

    private record Command(String name, String body) {}

    /** Starts them. */
    KeyedClients(int count, Journal journal, Supplier<URI> address, LongFunction<SplittableRandom> random) {
        this.journal = journal;
        this.address = address;
        for (int client = 0; client < count; client++) {
            var name = "C-" + client;
            var ownRandom = random.apply(1_000 + client);
            clients.add(pool.submit(() -> send(name, ownRandom)));
        }
    }

    private void send(String name, SplittableRandom random) {
        deliver(name + "-0", registration(name));
        for (int i = 1; !stopping; i++) {
            var key = name + "-" + i;
            var command = command(name, i, random);
            deliver(key, command);
            if (random.nextInt(20) == 0 && !stopping) {
                deliver(key, command);
            }
        }
    }

    private static Command command(String name, int i, SplittableRandom random) {
        return switch (random.nextInt(4)) {
            case 0 -> registration(name + "-" + i);
            case 1 -> new Command("sell-license", """
                        {"licenseId":"L-%s-%d","customerId":"%s","product":"crm","plan":"pro","seats":5,
                         "pricePerSeatMinorUnits":1000,"currency":"EUR","startsOn":"2024-01-01","endsOn":"2025-01-01",
                         "autoRenew":true}""".formatted(name, i, name));
            default ->
                // All clients report on one customer, too: a stream that is written to all the time.
                new Command("report-usage-day", """
                        {"customerId":"%s","day":"2024-01-%02d","activeUsers":1,"actions":%d}""".formatted(random.nextBoolean() ? name : "C-0", 1 + i % 28, i));
        };
    }

    private static Command registration(String customer) {
        return new Command("register-customer", """
                {"customerId":"%s","name":"%s","registeredOn":"2024-01-01","profile":{}}""".formatted(customer, customer));
    }

    private void deliver(String key, Command command) {
        journal.invoked(key);
        while (!delivered(key, command)) {
            LockSupport.parkNanos(BEFORE_THE_NEXT_TRY);
        }
    }

    private boolean delivered(String key, Command command) {
        try {
            var answer = new Http(address.get()).command(command.name(), command.body(), "Idempotency-Key", key);
            if (answer.status() < 300) {
                journal.acknowledged(
                        key, told(answer), answer.header("Idempotency-Replayed").equals("true"));
                return true;
            }
            if (answer.status() < 500) {
                throw new AssertionError(key + " " + command + " was answered " + answer);
            }
            if (!answer.json().path("outcome").asString("unknown").equals("not_applied")) {
                journal.unknown(key);
            }
        } catch (UncheckedIOException broken) {
            journal.unknown(key);
            if (broken.getCause() instanceof ConnectException) {
                LockSupport.parkNanos(WHILE_NOBODY_LISTENS);
            }
        }
        return false;
    }

    private static Set<Told> told(Answer answer) {
        return answer.json()
                .get("events")
                .valueStream()
                .map(event -> new Told(
                        event.get("position").asLong(), event.get("eventId").asString()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Lets each finish the command it is at. Fails if one was refused. */
    void finish() throws Exception {
        stopping = true;
        for (var client : clients) {
            client.get();
        }
    }

    /** Fails when a client has given up. */
    void check() throws Exception {
        for (var client : clients) {
            if (client.isDone()) {
                client.get();
            }
        }
    }

    @Override
    public void close() {
        stopping = true;
        pool.shutdownNow();
        pool.close();
    }
}
