package tenure.command;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.commandhandling.CommandBus;
import tenure.command.catalogue.CommandCatalogue;
import tenure.command.catalogue.CommandReader;
import tenure.command.problem.Problem;
import tenure.command.problem.ProblemException;

/** The one way of a command from any door to the log: read, keys, decision or record, answer. */
public final class CommandIntake {

    private final CommandCatalogue catalogue;
    private final CommandReader reader = new CommandReader();
    private final CommandLedger ledger;
    private final Decisions decisions;
    private final KnownParties parties;
    private final Clock clock;

    /** Keys being worked on, of this node; other nodes meet at the log, which takes each key once. */
    private final Set<KeyOfCaller> inFlight = ConcurrentHashMap.newKeySet();

    /** Sends decisions to the bus and facts to the ledger. */
    public CommandIntake(
            CommandCatalogue catalogue, CommandBus bus, CommandLedger ledger, KnownParties parties, Clock clock) {
        this.catalogue = catalogue;
        this.ledger = ledger;
        this.decisions = new Decisions(bus, parties);
        this.parties = parties;
        this.clock = clock;
    }

    /** What became of the command. A {@link ProblemException} when it was not done, any other when it failed. */
    public Answer take(Request request) {
        return takeAll(List.of(request)).getFirst().orThrow();
    }

    /** What became of each of the commands, which are taken in their order; one that fails leaves the others alone. */
    public List<Outcome> takeAll(List<Request> requests) {
        var run = new IntakeRun(requests.size(), ledger, decisions, parties);
        List<IntakeRun.Item> items = read(requests, run);
        Set<KeyOfCaller> claimed = claim(items, run);
        try {
            run.work(items);
        } finally {
            inFlight.removeAll(claimed);
        }
        return run.outcomes();
    }

    private List<IntakeRun.Item> read(List<Request> requests, IntakeRun run) {
        Instant receivedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<IntakeRun.Item> items = new ArrayList<>();
        for (int index = 0; index < requests.size(); index++) {
            try {
                Request request = requests.get(index);
                items.add(new IntakeRun.Item(
                        index, Prepared.of(request, catalogue.named(request.command()), reader, receivedAt)));
            } catch (ProblemException problem) {
                run.settle(index, new Outcome.NotTaken(problem));
            }
        }
        return items;
    }

    /** Keys are claimed before they are looked up, so that none is answered in between. */
    private Set<KeyOfCaller> claim(List<IntakeRun.Item> items, IntakeRun run) {
        Set<KeyOfCaller> claimed = new HashSet<>();
        for (var item : items) {
            if (item.prepared().isKeyed() && !claimed.contains(item.key())) {
                if (inFlight.add(item.key())) {
                    claimed.add(item.key());
                } else {
                    run.settle(item.index(), new Outcome.NotTaken(inFlight()));
                }
            }
        }
        return claimed;
    }

    private static ProblemException inFlight() {
        return new ProblemException(
                Problem.notApplied(
                        409, "IN_FLIGHT", "A command with this key is being worked on; ask again in a moment."),
                Map.of("Retry-After", "1"));
    }

    /** A key belongs to its caller. */
    record KeyOfCaller(String caller, String key) {}

    /** What became of one command. */
    public sealed interface Outcome {
        /** It was taken. */
        record Taken(Answer answer) implements Outcome {}

        /** It was not done, or failed; which of the two, the exception says. */
        record NotTaken(RuntimeException reason) implements Outcome {}

        /** The answer, or the reason why there is none. */
        default Answer orThrow() {
            return switch (this) {
                case Taken(Answer answer) -> answer;
                case NotTaken(RuntimeException reason) -> throw reason;
            };
        }
    }
}
