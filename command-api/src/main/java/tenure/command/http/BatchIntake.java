package tenure.command.http;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tenure.command.CommandIntake;
import tenure.command.CommandIntake.Outcome;
import tenure.command.PassingTrouble;
import tenure.command.Request;
import tenure.command.http.BatchAnswer.Item;
import tenure.command.problem.Problem;
import tenure.command.problem.ProblemException;

/** Sends what could be read of a batch and puts all outcomes into the order of its items. */
final class BatchIntake {

    private static final Logger LOG = LoggerFactory.getLogger(BatchIntake.class);

    private final CommandIntake intake;
    private final PassingTrouble trouble;

    BatchIntake(CommandIntake intake, PassingTrouble trouble) {
        this.intake = intake;
        this.trouble = trouble;
    }

    BatchAnswer take(List<BatchBody.Entry> entries) {
        List<Request> requests = entries.stream()
                .map(BatchBody.Entry::request)
                .filter(Objects::nonNull)
                .toList();
        var outcomes = intake.takeAll(requests).iterator();
        Set<RuntimeException> logged = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Item> items = new ArrayList<>();
        for (BatchBody.Entry entry : entries) {
            Outcome outcome = entry.problem() == null ? outcomes.next() : new Outcome.NotTaken(entry.problem());
            items.add(
                    switch (outcome) {
                        case Outcome.Taken(var answer) -> Item.of(items.size(), answer);
                        case Outcome.NotTaken(var reason) -> Item.of(items.size(), problemOf(reason, logged));
                    });
        }
        return BatchAnswer.of(items);
    }

    private Problem problemOf(RuntimeException reason, Set<RuntimeException> logged) {
        if (reason instanceof ProblemException problem) {
            return problem.problem();
        }
        Optional<Problem> passing = trouble.problemOf(reason);
        if (logged.add(reason)) {
            if (passing.isPresent()) {
                LOG.warn("Commands of a batch could not be taken for now: {}", reason.toString());
            } else {
                LOG.error("A command of a batch failed.", reason);
            }
        }
        return passing.orElseGet(Problem::unexpected);
    }
}
