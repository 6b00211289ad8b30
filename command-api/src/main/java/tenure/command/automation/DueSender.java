package tenure.command.automation;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tenure.command.Answer;
import tenure.command.CommandIntake;
import tenure.command.CommandIntake.Outcome;
import tenure.command.PassingTrouble;
import tenure.command.Request;
import tenure.command.Request.Sender;
import tenure.command.automation.DueTable.Due;
import tenure.command.automation.DueTable.Settled;
import tenure.command.problem.ProblemException;

/**
 * Sends orders, a page at a time: they are locked, sent and marked in one transaction. Who dies in between leaves them
 * unmarked, and they are sent again; their keys see to it that each has one effect.
 */
@Component
class DueSender implements AutoCloseable {

    static final String RECORDED = "recorded";
    static final String UNCHANGED = "unchanged";
    static final String MOOT = "moot";
    static final String FAILED = "failed";

    private static final Logger LOG = LoggerFactory.getLogger(DueSender.class);

    private static final int PAGE = 400;

    /** Commands that are sent at once; the rest of the node's connections are for people. */
    private static final int LANES = 8;

    private static final int FAULT_OF_OURS = 500;

    /**
     * Refusals that say that there is nothing left to do: what it is about has gone, or is as it should be. Each is for good
     * as far as the order's moment goes, so that one which is given again after it was pruned is refused again.
     */
    private static final Set<String> NOTHING_LEFT_TO_DO = Set.of(
            "ALREADY_EXISTS", "CASE_ID_TAKEN", "CASE_OPEN_FOR_REASON", "CUSTOMER_HAS_CHURNED", "DEACTIVATED", "ERASED");

    /** Refusals that are over in a moment. */
    private static final Set<String> PASSING = Set.of("CONTENDED", "IN_FLIGHT");

    private final DueTable table;
    private final HoldTable holds;
    private final CommandIntake intake;
    private final PassingTrouble trouble;
    private final TransactionTemplate transaction;
    private final ExecutorService lanes = Executors.newFixedThreadPool(
            LANES, Thread.ofVirtual().name("automation-", 0).factory());

    DueSender(
            DueTable table,
            HoldTable holds,
            CommandIntake intake,
            ObjectProvider<PassingTrouble> trouble,
            PlatformTransactionManager transactions) {
        this.table = table;
        this.holds = holds;
        this.intake = intake;
        this.trouble = trouble.getIfAvailable(() -> failure -> Optional.empty());
        this.transaction = new TransactionTemplate(transactions);
    }

    /** One order that is done, and how. */
    record Done(String kind, String outcome) {}

    /**
     * What came of a page.
     *
     * @param stayed orders that could not be sent right now, and so wait where they were
     */
    record Page(List<Done> done, int stayed) {
        boolean isEmpty() {
            return done.isEmpty() && stayed == 0;
        }
    }

    /** Sends the next page of what may be sent by now, unless somebody holds. */
    Page sendReady() {
        return send(() -> {
            holds.keepOut();
            return holds.untilReleased().isPresent() ? List.of() : table.claimReady(PAGE);
        });
    }

    /** Sends the next page of what is for a moment up to the given one, whoever holds. */
    Page sendUntil(Instant until) {
        return send(() -> table.claimUntil(until, PAGE));
    }

    private Page send(Supplier<List<Due>> claim) {
        return transaction.execute(status -> {
            var claimed = claim.get();
            if (claimed.isEmpty()) {
                return new Page(List.of(), 0);
            }
            var settled = inLanes(claimed);
            table.settle(settled.stream().map(SettledOrder::settled).toList());
            return new Page(
                    settled.stream()
                            .map(order ->
                                    new Done(order.due().kind(), order.settled().outcome()))
                            .toList(),
                    claimed.size() - settled.size());
        });
    }

    private record SettledOrder(Due due, Settled settled) {}

    /** Side by side, but what is about the same goes in its order, as a later moment may build on an earlier one. */
    private List<SettledOrder> inLanes(List<Due> claimed) {
        List<Callable<List<SettledOrder>>> works = new ArrayList<>();
        claimed.stream()
                .sorted(comparing(Due::dueAt).thenComparingLong(Due::number))
                .collect(groupingBy(due -> Math.floorMod(due.subject().hashCode(), LANES)))
                .values()
                .forEach(lane -> works.add(() -> sendInOrder(lane)));
        try {
            List<SettledOrder> settled = new ArrayList<>();
            for (var done : lanes.invokeAll(works)) {
                settled.addAll(done.get());
            }
            return settled;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while orders were being sent.", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e.getCause());
        }
    }

    private List<SettledOrder> sendInOrder(List<Due> lane) {
        var outcomes = intake.takeAll(lane.stream()
                .map(due -> new Request(
                        due.command(), due.body(), due.key(), Sender.tenure(due.correlationId()), null, false))
                .toList());
        List<SettledOrder> settled = new ArrayList<>();
        for (int i = 0; i < lane.size(); i++) {
            var due = lane.get(i);
            settled(due, outcomes.get(i)).ifPresent(found -> settled.add(new SettledOrder(due, found)));
        }
        return settled;
    }

    /** Empty when it is to be tried again. */
    private Optional<Settled> settled(Due due, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Taken(Answer answer) ->
                Optional.of(new Settled(due.number(), answer.events().isEmpty() ? UNCHANGED : RECORDED, null));
            case Outcome.NotTaken(ProblemException refused) -> refused(due, refused);
            case Outcome.NotTaken(RuntimeException failure) ->
                trouble.problemOf(failure).isPresent() ? Optional.empty() : Optional.of(failed(due, failure));
        };
    }

    private static Optional<Settled> refused(Due due, ProblemException refused) {
        var problem = refused.problem();
        if (problem.status() >= FAULT_OF_OURS || PASSING.contains(problem.code())) {
            return Optional.empty();
        }
        return Optional.of(
                NOTHING_LEFT_TO_DO.contains(problem.code())
                        ? new Settled(due.number(), MOOT, String.valueOf(refused.getMessage()))
                        : failed(due, refused));
    }

    private static Settled failed(Due due, RuntimeException failure) {
        LOG.error("{} of {} could not be ordered; it waits for somebody to look.", due.kind(), due.subject(), failure);
        return new Settled(due.number(), FAILED, String.valueOf(failure.getMessage()));
    }

    @Override
    public void close() {
        lanes.close();
    }
}
