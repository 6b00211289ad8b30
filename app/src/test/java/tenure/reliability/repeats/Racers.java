package tenure.reliability.repeats;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import tenure.system.Http;
import tools.jackson.databind.JsonNode;

/**
 * Eight clients that deliver the same orders at the same time, to one of two nodes or the other, until each of them has an
 * answer. Some deliveries are made without waiting for one.
 */
final class Racers implements AutoCloseable {

    static final int COUNT = 8;

    private static final int ONE_IN_HANGS_UP = 16;
    private static final long BEFORE_THE_NEXT_TRY = TimeUnit.MILLISECONDS.toNanos(5);
    private static final long BEFORE_THE_NEXT_BATCH = TimeUnit.MILLISECONDS.toNanos(150);

    private final Delivered delivered;
    private final List<Supplier<URI>> nodes;
    private final ExecutorService pool = Executors.newFixedThreadPool(COUNT);
    private final CyclicBarrier together = new CyclicBarrier(COUNT);
    private final List<SplittableRandom> randoms = new ArrayList<>();
    final LongAdder deliveries = new LongAdder();
    final LongAdder inFlight = new LongAdder();
    final LongAdder hungUp = new LongAdder();

    Racers(Delivered delivered, List<Supplier<URI>> nodes, LongFunction<SplittableRandom> random) {
        this.delivered = delivered;
        this.nodes = nodes;
        for (int racer = 0; racer < COUNT; racer++) {
            randoms.add(random.apply(100 + racer));
        }
    }

    /** Every order by every racer, each alone, all at once. */
    void race(List<Order> orders) throws Exception {
        all(racer -> {
            for (Order order : orders) {
                together.await();
                deliver(order, racer);
            }
        });
    }

    /** Every order by three of the racers, in batches, all at once. */
    void deliverThrice(List<Order> orders) throws Exception {
        all(racer -> {
            var own = new ArrayList<Order>();
            for (int i = 0; i < orders.size(); i++) {
                if (Math.floorMod(i + racer, COUNT) < 3) {
                    own.add(orders.get(i));
                }
            }
            together.await();
            deliverAll(own, racer);
        });
    }

    private interface Part {
        void of(int racer) throws Exception;
    }

    private void all(Part part) throws Exception {
        var parts = new ArrayList<Future<?>>();
        for (int i = 0; i < COUNT; i++) {
            int racer = i;
            parts.add(pool.submit(() -> {
                part.of(racer);
                return null;
            }));
        }
        for (var running : parts) {
            running.get();
        }
    }

    private void deliver(Order order, int racer) {
        if (randoms.get(racer).nextInt(ONE_IN_HANGS_UP) == 0) {
            deliverAndHangUp(order, racer);
        }
        for (int attempt = racer; ; attempt++) {
            try {
                deliveries.increment();
                var answer =
                        new Http(node(attempt)).command(order.command(), order.body(), "Idempotency-Key", order.key());
                if (answer.status() < 300) {
                    delivered.alone(order.key(), answer);
                    return;
                }
                if (isRefused(order, answer.status(), answer.json())) {
                    return;
                }
            } catch (UncheckedIOException down) {
                // Its node is being restarted; the other one has it.
            }
            LockSupport.parkNanos(BEFORE_THE_NEXT_TRY);
        }
    }

    private void deliverAll(List<Order> orders, int racer) {
        var open = orders;
        for (int attempt = racer; !open.isEmpty(); attempt++) {
            try {
                open = remaining(open, attempt);
            } catch (UncheckedIOException down) {
                // As above.
            }
            if (!open.isEmpty()) {
                LockSupport.parkNanos(BEFORE_THE_NEXT_BATCH);
            }
        }
    }

    private List<Order> remaining(List<Order> orders, int attempt) {
        deliveries.add(orders.size());
        var answer = new Http(node(attempt))
                .post("/api/v1/commands", orders.stream().map(Order::asItem).collect(joining(",", "[", "]")));
        if (answer.status() != 200) {
            return orders.stream()
                    .filter(order -> !isRefused(order, answer.status(), answer.json()))
                    .toList();
        }
        var remaining = new ArrayList<Order>();
        for (var item : answer.json().get("items")) {
            var order = orders.get(item.get("index").asInt());
            int status = item.get("status").asInt();
            if (status < 300) {
                delivered.amongOthers(order.key(), item);
            } else if (!isRefused(order, status, item)) {
                remaining.add(order);
            }
        }
        return remaining;
    }

    /** Whether it is of no use to ask again: nobody may be told so. */
    private boolean isRefused(Order order, int status, JsonNode problem) {
        if (problem.path("code").asString("").equals("IN_FLIGHT")) {
            inFlight.increment();
            return false;
        }
        if (status >= 500 || status == 429) {
            return false;
        }
        delivered.refused(order.key(), problem);
        return true;
    }

    /** The command arrives, and nobody is there to be answered. */
    private void deliverAndHangUp(Order order, int racer) {
        var node = node(racer);
        try (var socket = new Socket(node.getHost(), node.getPort())) {
            socket.getOutputStream().write("""
                    POST /api/v1/commands/%s HTTP/1.1\r
                    Host: %s:%d\r
                    Content-Type: application/json\r
                    Idempotency-Key: %s\r
                    Content-Length: %d\r
                    \r
                    %s""".formatted(
                            order.command(),
                            node.getHost(),
                            node.getPort(),
                            order.key(),
                            order.body().getBytes(StandardCharsets.UTF_8).length,
                            order.body())
                    .getBytes(StandardCharsets.UTF_8));
            hungUp.increment();
        } catch (IOException down) {
            // Then it is one delivery less.
        }
    }

    private URI node(int attempt) {
        return nodes.get(Math.floorMod(attempt, nodes.size())).get();
    }

    @Override
    public void close() {
        pool.shutdownNow();
        pool.close();
    }
}
