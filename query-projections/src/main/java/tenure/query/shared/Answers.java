package tenure.query.shared;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionTimedOutException;
import org.springframework.transaction.support.TransactionTemplate;
import tenure.eventstore.read.EventLog;
import tenure.query.projection.ProjectionGate;
import tenure.query.projection.ProjectionProgress;
import tenure.query.projection.ProjectionTable;

/** Answers questions from one moment of a view: its rows and the position that they were computed from belong together. */
@Component
public class Answers {

    private static final int MAX_SECONDS = 15;
    private static final long WAIT_MILLIS = 2_000;

    private final EventLog log;
    private final ProjectionGate gate;
    private final ProjectionTable projections;
    private final ProjectionProgress progress;
    private final TransactionTemplate snapshot;

    Answers(
            EventLog log,
            ProjectionGate gate,
            ProjectionTable projections,
            ProjectionProgress progress,
            PlatformTransactionManager transactions) {
        this.log = log;
        this.gate = gate;
        this.projections = projections;
        this.progress = progress;
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setReadOnly(true);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.snapshot.setTimeout(MAX_SECONDS);
    }

    /**
     * Answers from a view, once it has reached the position that the question demands.
     *
     * @param answer gets the position of the view
     */
    public <A> A from(String projection, Question question, LongFunction<A> answer) {
        return from(List.of(projection), question, answer);
    }

    /** Answers from several views; the position is one that all of them have reached. */
    public <A> A from(Collection<String> projections, Question question, LongFunction<A> answer) {
        projections.forEach(projection -> await(projection, question.minPosition()));
        return fromOneMoment(() -> answer.apply(reached(projections)));
    }

    /**
     * Answers a question that may name what was known: from a standpoint on a day and at a position, which is that of the
     * view unless the question goes back to an earlier one.
     */
    public <A> A seen(String projection, Question question, Function<Standpoint, A> answer) {
        return seen(List.of(projection), question, answer);
    }

    /** Answers from several views, from a position that all of them have reached. */
    public <A> A seen(Collection<String> projections, Question question, Function<Standpoint, A> answer) {
        projections.forEach(projection -> await(projection, question.minPosition()));
        var knownAt = question.knownAt();
        return fromOneMoment(() -> {
            var reached = reached(projections);
            var known = knownAt == null ? reached : Math.min(reached, knownAt.position(log::positionAt));
            return answer.apply(new Standpoint(question.asOf(), known));
        });
    }

    private long reached(Collection<String> names) {
        return names.stream().mapToLong(projections::position).min().orElseThrow();
    }

    private <A> A fromOneMoment(Supplier<A> answer) {
        try {
            return TimeLimit.within(
                    MAX_SECONDS,
                    () -> Objects.requireNonNull(snapshot.execute(status -> {
                        gate.enter();
                        return answer.get();
                    })));
        } catch (QueryTimeoutException | TransactionTimedOutException e) {
            throw Refusals.tookTooLong(
                    "The answer took longer than " + MAX_SECONDS + " seconds. Ask for less, such as a shorter range.");
        }
    }

    private void await(String projection, long position) {
        try {
            if (position > 0 && !progress.await(projection, position, WAIT_MILLIS, TimeUnit.MILLISECONDS)) {
                throw Refusals.notCaughtUp("The view '" + projection + "' has not reached position " + position
                        + " yet. Ask again, or ask without minPosition.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusals.notCaughtUp("Interrupted while waiting for the view '" + projection + "'.");
        }
    }
}
