package tenure.command;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tenure.command.CommandIntake.KeyOfCaller;
import tenure.command.CommandIntake.Outcome;
import tenure.command.CommandLedger.Answered;
import tenure.command.CommandLedger.FactToRecord;
import tenure.command.CommandLedger.Recording;
import tenure.command.problem.Problem;
import tenure.command.problem.ProblemException;
import tenure.domain.EventCatalogue;
import tenure.domain.customer.CustomerId;
import tenure.domain.shared.Fact;

/**
 * Works off commands that came together: their keys are looked up at once, facts in a row are recorded at once, and a
 * decision goes into the log behind the facts before it without waiting for them.
 */
final class IntakeRun {

    private final CommandLedger ledger;
    private final Decisions decisions;
    private final Attribution attribution;
    private final Map<String, CustomerId> told = new HashMap<>();
    private final @Nullable Outcome[] outcomes;
    private final Map<KeyOfCaller, Answered> answeredBefore = new HashMap<>();
    private final Set<KeyOfCaller> begun = new HashSet<>();
    private final Map<KeyOfCaller, Item> tried = new HashMap<>();
    private final List<Item> factsInARow = new ArrayList<>();
    private final List<Begun> recordings = new ArrayList<>();

    IntakeRun(int size, CommandLedger ledger, Decisions decisions, KnownParties parties) {
        this.outcomes = new @Nullable Outcome[size];
        this.ledger = ledger;
        this.decisions = decisions;
        this.attribution = new Attribution(parties);
    }

    /** Says what became of one of the commands. */
    void settle(int index, Outcome outcome) {
        outcomes[index] = outcome;
    }

    List<Outcome> outcomes() {
        return Arrays.stream(outcomes).map(Objects::requireNonNull).toList();
    }

    void work(List<Item> items) {
        List<Item> open =
                items.stream().filter(item -> outcomes[item.index()] == null).toList();
        List<Item> keyed =
                open.stream().filter(item -> item.prepared().hasKey()).toList();
        // One key alone is as a rule a new one, and the log itself says when it is not; but not to a trial.
        if (keyed.size() > 1 || keyed.stream().anyMatch(item -> !item.prepared().isKeyed())) {
            lookUp(keyed.stream().map(Item::key).toList());
        }
        for (Item item : open) {
            work(item);
        }
        settleFacts();
    }

    private void work(Item item) {
        if (item.prepared().isKeyed() && !begun.add(item.key())) {
            settleFacts();
            lookUp(List.of(item.key()));
        }
        Answered before = item.prepared().hasKey() ? answeredBefore.get(item.key()) : null;
        if (before != null) {
            settle(item.index(), repeated(item, before));
            return;
        }
        Outcome likeBefore = outcomeOfTrialBefore(item);
        if (likeBefore != null) {
            settle(item.index(), likeBefore);
        } else if (item.prepared().command() instanceof Fact fact) {
            takeFact(item, fact);
        } else {
            recordFacts();
            settle(item.index(), decide(item));
        }
    }

    /** A trial leaves no key in the log, so those that were taken together with it are asked; null when none has its key. */
    private @Nullable Outcome outcomeOfTrialBefore(Item item) {
        if (!item.prepared().hasKey() || item.prepared().isKeyed()) {
            return null;
        }
        Item before = tried.get(item.key());
        if (before == null || !(outcomes[before.index()] instanceof Outcome.Taken taken)) {
            tried.put(item.key(), item);
            return null;
        }
        return hashOf(before).equals(hashOf(item))
                ? new Outcome.Taken(taken.answer().again())
                : keyReused();
    }

    private static String hashOf(Item keyed) {
        return Objects.requireNonNull(keyed.prepared().metadata().requestHash());
    }

    private void takeFact(Item item, Fact fact) {
        if (item.prepared().request().dryRun()) {
            var types = List.of(EventCatalogue.nameOf(fact.event().getClass()));
            settle(item.index(), new Outcome.Taken(Answer.trial(item.prepared(), types)));
        } else {
            factsInARow.add(item);
        }
    }

    private Outcome decide(Item item) {
        try {
            Answer answer = decisions.send(item.prepared());
            if (answer.events().isEmpty() && item.prepared().isKeyed()) {
                ledger.rememberUnchanged(item.prepared().metadata());
            }
            return new Outcome.Taken(answer);
        } catch (KeyAlreadyUsed | ProblemException refused) {
            // What is refused today may have been done, and answered, before.
            return answerGivenBefore(item).orElseGet(() -> new Outcome.NotTaken(refused));
        } catch (RuntimeException failure) {
            return new Outcome.NotTaken(failure);
        }
    }

    private Optional<Outcome> answerGivenBefore(Item item) {
        if (!item.prepared().isKeyed()) {
            return Optional.empty();
        }
        try {
            lookUp(List.of(item.key()));
        } catch (RuntimeException failure) {
            return Optional.of(new Outcome.NotTaken(failure));
        }
        return Optional.ofNullable(answeredBefore.get(item.key())).map(before -> repeated(item, before));
    }

    private void recordFacts() {
        if (factsInARow.isEmpty()) {
            return;
        }
        var items = List.copyOf(factsInARow);
        factsInARow.clear();
        try {
            recordings.add(new Begun(items, ledger.record(attributed(items))));
        } catch (RuntimeException failure) {
            items.forEach(item -> settle(item.index(), new Outcome.NotTaken(failure)));
        }
    }

    /** The facts, each of the customer it belongs to as far as anybody knows. */
    private List<FactToRecord> attributed(List<Item> items) {
        List<Object> facts = attribution.of(
                items.stream().map(item -> item.prepared().command()).toList(), told);
        return IntStream.range(0, facts.size())
                .mapToObj(index -> new FactToRecord(
                        (Fact) facts.get(index), items.get(index).prepared().metadata()))
                .toList();
    }

    private void settleFacts() {
        recordFacts();
        for (var begun : recordings) {
            for (int index = 0; index < begun.items().size(); index++) {
                Item item = begun.items().get(index);
                settle(item.index(), settled(item, begun.recording(), index));
            }
        }
        recordings.clear();
    }

    private static Outcome settled(Item item, Recording recording, int index) {
        try {
            return asOutcome(item, recording.outcome(index));
        } catch (RuntimeException failure) {
            return new Outcome.NotTaken(failure);
        }
    }

    /** Facts whose recording has begun. */
    private record Begun(List<Item> items, Recording recording) {}

    private static Outcome asOutcome(Item item, CommandLedger.Outcome recorded) {
        return switch (recorded) {
            case CommandLedger.Outcome.Stored stored ->
                new Outcome.Taken(Answer.recorded(item.prepared(), stored.stream(), stored.version(), stored.events()));
            case CommandLedger.Outcome.KeyRepeated repeated -> repeated(item, repeated.answered());
        };
    }

    private static Outcome repeated(Item item, Answered before) {
        if (before.requestHash().equals(item.prepared().metadata().requestHash())) {
            return new Outcome.Taken(Answer.replayed(item.prepared(), before));
        }
        return keyReused();
    }

    private static Outcome keyReused() {
        return new Outcome.NotTaken(new ProblemException(Problem.notApplied(
                422, "KEY_REUSED", "This Idempotency-Key was used for another command; choose a new one.")));
    }

    private void lookUp(Collection<KeyOfCaller> keys) {
        Map<String, Set<String>> byCaller =
                keys.stream().collect(groupingBy(KeyOfCaller::caller, mapping(KeyOfCaller::key, toSet())));
        byCaller.forEach((caller, ofCaller) -> ledger.find(caller, ofCaller)
                .forEach((key, answered) -> answeredBefore.put(new KeyOfCaller(caller, key), answered)));
    }

    /** One of the commands and its place among them. */
    record Item(int index, Prepared prepared) {
        KeyOfCaller key() {
            return new KeyOfCaller(
                    prepared.metadata().caller(), prepared.metadata().commandKey());
        }
    }
}
