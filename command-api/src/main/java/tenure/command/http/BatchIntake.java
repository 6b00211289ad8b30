package tenure.command.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import tenure.command.CommandIntake;
import tenure.command.CommandIntake.Outcome;
import tenure.command.Request;
import tenure.command.http.BatchAnswer.Item;

/** Sends what could be read of a batch and puts all outcomes into the order of its items. */
final class BatchIntake {

    private final CommandIntake intake;
    private final OutcomeProblems problems;

    BatchIntake(CommandIntake intake, OutcomeProblems problems) {
        this.intake = intake;
        this.problems = problems;
    }

    BatchAnswer take(List<BatchBody.Entry> entries) {
        List<Request> requests = entries.stream()
                .map(BatchBody.Entry::request)
                .filter(Objects::nonNull)
                .toList();
        var outcomes = intake.takeAll(requests).iterator();
        var ofBatch = problems.ofOneRequest();
        List<Item> items = new ArrayList<>();
        for (BatchBody.Entry entry : entries) {
            Outcome outcome = entry.problem() == null ? outcomes.next() : new Outcome.NotTaken(entry.problem());
            items.add(
                    switch (outcome) {
                        case Outcome.Taken(var answer) -> Item.of(items.size(), answer);
                        case Outcome.NotTaken(var reason) -> Item.of(items.size(), ofBatch.apply(reason));
                    });
        }
        return BatchAnswer.of(items);
    }
}
