package tenure.command.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tenure.command.CommandIntake.Outcome;
import tenure.command.http.OutcomeProblems;
import tenure.command.problem.Problem;
import tenure.command.problem.ProblemException;
import tenure.command.segment.SegmentCommands.Phase;
import tenure.command.segment.SegmentCommands.Step;
import tenure.command.usage.LargeBatches;
import tenure.command.usage.RefusedItem;

/** Sends the commands that calls mean, phase by phase, and gathers what was not taken. */
@Component
class SegmentIntake {

    /** Somebody known is registered, invited or told of again, which is as it should be. */
    private static final Set<String> NO_PROBLEM = Set.of("ALREADY_EXISTS", "KEY_REUSED");

    private static final Set<String> SOON_OVER = Set.of("IN_FLIGHT", "CONTENDED");

    private final LargeBatches batches;
    private final OutcomeProblems problems;

    SegmentIntake(LargeBatches batches, OutcomeProblems problems) {
        this.batches = batches;
        this.problems = problems;
    }

    /** One call: its commands, or why there are none. */
    record Entry(List<Step> steps, @Nullable ProblemException problem) {}

    /**
     * What was recorded and what was not.
     *
     * @param position highest position that was recorded; null when nothing was
     */
    record Result(@Nullable Long position, List<RefusedItem> refused) {}

    /** A 503 when trouble passes by itself: the calls are to be sent again, and those that were taken are known by then. */
    Result take(List<Entry> entries) {
        var refused = new TreeMap<Integer, RefusedItem>();
        for (int index = 0; index < entries.size(); index++) {
            var problem = entries.get(index).problem();
            if (problem != null) {
                refused.put(index, RefusedItem.of(index, problem.problem()));
            }
        }
        var ofRequest = problems.ofOneRequest();
        @Nullable Long position = null;
        for (Phase phase : Phase.values()) {
            Long recorded = take(phase, entries, refused, ofRequest);
            if (recorded != null && (position == null || recorded > position)) {
                position = recorded;
            }
        }
        return new Result(position, List.copyOf(refused.values()));
    }

    private @Nullable Long take(
            Phase phase,
            List<Entry> entries,
            Map<Integer, RefusedItem> refused,
            Function<RuntimeException, Problem> problemOf) {
        List<Integer> places = new ArrayList<>();
        List<Step> steps = new ArrayList<>();
        for (int index = 0; index < entries.size(); index++) {
            for (Step step : entries.get(index).steps()) {
                if (step.phase() == phase && !refused.containsKey(index)) {
                    places.add(index);
                    steps.add(step);
                }
            }
        }
        @Nullable Long position = null;
        var outcomes = batches.takeAll(steps.stream().map(Step::request).toList());
        for (int nth = 0; nth < outcomes.size(); nth++) {
            switch (outcomes.get(nth)) {
                case Outcome.Taken(var answer) -> {
                    Long recorded = answer.position();
                    if (recorded != null && !answer.replayed() && (position == null || recorded > position)) {
                        position = recorded;
                    }
                }
                case Outcome.NotTaken(var reason) -> {
                    Problem problem = problemOf.apply(reason);
                    mustNotPass(problem);
                    if (!NO_PROBLEM.contains(problem.code())) {
                        refused.putIfAbsent(places.get(nth), RefusedItem.of(places.get(nth), problem));
                    }
                }
            }
        }
        return position;
    }

    private static void mustNotPass(Problem problem) {
        if (problem.status() == 503 || SOON_OVER.contains(problem.code())) {
            throw new ProblemException(
                    Problem.of(503, problem.code(), problem.detail(), Problem.UNKNOWN), Map.of("Retry-After", "1"));
        }
    }
}
