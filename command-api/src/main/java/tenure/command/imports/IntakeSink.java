package tenure.command.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tenure.command.Answer;
import tenure.command.CommandIntake;
import tenure.command.CommandIntake.Outcome;
import tenure.command.PassingTrouble;
import tenure.command.Request;
import tenure.command.Request.Sender;
import tenure.command.imports.ItemOutcome.Status;
import tenure.command.problem.Problem;
import tenure.command.problem.ProblemException;

/** Takes items within this very Tenure. What fails for a moment is tried again for a while; their keys make that safe. */
final class IntakeSink implements CommandSink {

    private static final Logger LOG = LoggerFactory.getLogger(IntakeSink.class);
    private static final int MOST_ATTEMPTS = 10;
    private static final long LONGEST_PAUSE_MILLIS = 4_000;

    private static final Set<String> PASSING = Set.of("CONTENDED", "IN_FLIGHT");

    private final CommandIntake intake;
    private final PassingTrouble trouble;
    private final Sender sender;
    private final boolean dryRun;
    private final Trial trial = new Trial();

    IntakeSink(CommandIntake intake, PassingTrouble trouble, Sender sender, boolean dryRun) {
        this.intake = intake;
        this.trouble = trouble;
        this.sender = sender;
        this.dryRun = dryRun;
    }

    @Override
    public List<ItemOutcome> send(List<ImportItem> items) {
        long pause = 100;
        for (int attempt = 1; ; attempt++) {
            List<Outcome> outcomes = intake.takeAll(items.stream()
                    .map(item -> new Request(item.command(), item.body(), item.key(), sender, null, dryRun))
                    .toList());
            String passing = passingTroubleOf(outcomes);
            if (passing == null) {
                return judged(items, outcomes);
            }
            if (attempt == MOST_ATTEMPTS) {
                throw new ImportStopped(passing);
            }
            sleep(pause);
            pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
        }
    }

    private List<ItemOutcome> judged(List<ImportItem> items, List<Outcome> outcomes) {
        List<ItemOutcome> judged = new ArrayList<>();
        for (int index = 0; index < outcomes.size(); index++) {
            ItemOutcome outcome = switch (outcomes.get(index)) {
                case Outcome.Taken(Answer answer) -> taken(answer);
                case Outcome.NotTaken(var reason) -> refused(reason);
            };
            judged.add(dryRun ? trial.judged(items.get(index), outcome) : outcome);
        }
        return judged;
    }

    private ItemOutcome taken(Answer answer) {
        if (dryRun) {
            trial.made(answer.stream());
        }
        if (answer.replayed()) {
            return ItemOutcome.of(Status.REPEATED);
        }
        return ItemOutcome.of(answer.events().isEmpty() ? Status.UNCHANGED : Status.ACCEPTED);
    }

    private static ItemOutcome refused(RuntimeException reason) {
        if (reason instanceof ProblemException problem) {
            return ItemOutcome.refused(
                    problem.problem().code(), problem.problem().detail());
        }
        LOG.error("A command of an import failed.", reason);
        throw new ImportStopped("Something failed on our side.");
    }

    /** What may be gone when the items are taken again, as a sentence; null when every outcome is final. */
    private @Nullable String passingTroubleOf(List<Outcome> outcomes) {
        for (Outcome outcome : outcomes) {
            if (outcome instanceof Outcome.NotTaken(RuntimeException reason)) {
                if (reason instanceof ProblemException problem) {
                    if (PASSING.contains(problem.problem().code())) {
                        return problem.problem().detail();
                    }
                } else {
                    var passing = trouble.problemOf(reason).map(Problem::detail);
                    if (passing.isPresent()) {
                        return passing.get();
                    }
                }
            }
        }
        return null;
    }

    private static void sleep(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ImportStopped("Interrupted.");
        }
    }
}
