package tenure.query.churnrisk.evaluation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;
import tenure.query.shared.Refusals;

/**
 * Work over the whole history, one piece at a time. Whoever asks waits for ten seconds; if it takes longer, the answer says
 * how far it is, and asking for the same again gives what is there by then. The newest twenty are remembered.
 */
@Component
class Jobs implements AutoCloseable {

    private static final int REMEMBERED = 20;
    private static final long PATIENCE_SECONDS = 10;

    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("risk-job").factory());
    private final Map<Object, Running> jobs = new LinkedHashMap<>();

    private record Running(String id, CompletableFuture<Object> result, AtomicReference<IntSupplier> progress) {}

    /** Tells how many customers were looked at so far. */
    interface Progress {
        void by(IntSupplier customers);
    }

    /** Starts the work unless the same is there, and waits a little. */
    private synchronized Running start(Object key, Function<Progress, Object> work) {
        var known = jobs.get(key);
        if (known != null && !known.result.isCompletedExceptionally()) {
            return known;
        }
        var progress = new AtomicReference<IntSupplier>(() -> 0);
        var running = new Running(
                UUID.randomUUID().toString(),
                CompletableFuture.supplyAsync(() -> work.apply(progress::set), worker),
                progress);
        jobs.put(key, running);
        if (jobs.size() > REMEMBERED) {
            jobs.remove(jobs.keySet().iterator().next());
        }
        return running;
    }

    <A> Replayed<A> ask(Class<A> type, Object key, Function<Progress, Object> work) {
        var job = start(key, work);
        try {
            var result = job.result.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return new Replayed<>(job.id, "done", job.progress.get().getAsInt(), type.cast(result));
        } catch (TimeoutException e) {
            return new Replayed<>(job.id, "running", job.progress.get().getAsInt(), null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusals.tookTooLong("Interrupted.");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof ErrorResponseException refusal
                    ? refusal
                    : new IllegalStateException("The replay failed.", e.getCause());
        }
    }

    /**
     * The answer of work over the whole history.
     *
     * @param state         done or running; asking for the same again goes on waiting
     * @param customersSeen customers that were replayed so far
     * @param result        null while it is running
     */
    public record Replayed<A>(
            String jobId,
            String state,
            int customersSeen,
            @Nullable A result) {}

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
