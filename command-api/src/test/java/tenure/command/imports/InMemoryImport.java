package tenure.command.imports;

import java.time.Clock;
import java.util.List;
import tenure.command.CommandIntake;
import tenure.command.CommandIntake.Outcome;
import tenure.command.InMemory;
import tenure.command.Request;
import tenure.command.Request.Sender;
import tenure.command.catalogue.CommandCatalogue;
import tenure.command.imports.ItemOutcome.Status;
import tenure.command.problem.ProblemException;

/** Imports into a log in memory, through the whole intake. */
final class InMemoryImport {

    private final InMemory log = new InMemory();
    private final CommandIntake intake =
            new CommandIntake(CommandCatalogue.ofTheDomain(), log.bus(), log, log, Clock.systemUTC());

    long head() {
        return log.head();
    }

    ImportReport of(String mapping, SourceFiles files) throws SourceRefused {
        return new CustomerImport(this::send, progress -> {}).run(SourceMappings.named(mapping), files);
    }

    private List<ItemOutcome> send(List<ImportItem> items) {
        var sender = new Sender("local", "local", "import");
        return intake
                .takeAll(items.stream()
                        .map(item -> new Request(item.command(), item.body(), item.key(), sender, null, false))
                        .toList())
                .stream()
                .map(InMemoryImport::outcome)
                .toList();
    }

    private static ItemOutcome outcome(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Taken(var answer) ->
                ItemOutcome.of(
                        answer.replayed()
                                ? Status.REPEATED
                                : answer.events().isEmpty() ? Status.UNCHANGED : Status.ACCEPTED);
            case Outcome.NotTaken(ProblemException problem) ->
                ItemOutcome.refused(problem.problem().code(), problem.problem().detail());
            case Outcome.NotTaken(var failure) -> throw failure;
        };
    }
}
