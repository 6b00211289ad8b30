package tenure.command.usage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tenure.command.Answer;
import tenure.command.CommandIntake;
import tenure.command.CommandIntake.Outcome;
import tenure.command.Request;
import tenure.command.problem.Problem;
import tenure.command.problem.ProblemException;

/** Sends any number of commands to the intake, in as few calls as are good for the log. */
@Component
public final class LargeBatches {

    private static final int AT_ONCE = 1_000;

    private final CommandIntake intake;

    /** Sends them to the given intake. */
    public LargeBatches(CommandIntake intake) {
        this.intake = intake;
    }

    /**
     * What became of each. A key that comes twice is sent once: asking the log again for each repeat would let a request
     * of nothing but repeats take minutes.
     */
    public List<Outcome> takeAll(List<Request> requests) {
        Map<KeyOfCaller, Integer> firstOfKey = new HashMap<>();
        List<Integer> sent = new ArrayList<>();
        for (int index = 0; index < requests.size(); index++) {
            KeyOfCaller key = KeyOfCaller.of(requests.get(index));
            if (key == null || firstOfKey.putIfAbsent(key, index) == null) {
                sent.add(index);
            }
        }
        @Nullable Outcome[] outcomes = new @Nullable Outcome[requests.size()];
        for (int from = 0; from < sent.size(); from += AT_ONCE) {
            List<Integer> places = sent.subList(from, Math.min(sent.size(), from + AT_ONCE));
            var answers =
                    intake.takeAll(places.stream().map(requests::get).toList()).iterator();
            places.forEach(place -> outcomes[place] = answers.next());
        }
        List<Outcome> all = new ArrayList<>();
        for (int index = 0; index < outcomes.length; index++) {
            Outcome own = outcomes[index];
            all.add(own != null ? own : repeated(requests, index, firstOfKey, all));
        }
        return all;
    }

    private static Outcome repeated(
            List<Request> requests, int index, Map<KeyOfCaller, Integer> firstOfKey, List<Outcome> before) {
        Request request = requests.get(index);
        int first = Objects.requireNonNull(firstOfKey.get(KeyOfCaller.of(request)));
        if (!(before.get(first) instanceof Outcome.Taken(Answer answer))) {
            return before.get(first);
        }
        boolean same = request.command().equals(requests.get(first).command())
                && request.body().equals(requests.get(first).body());
        return same ? new Outcome.Taken(answer.again()) : new Outcome.NotTaken(keyReused());
    }

    private static ProblemException keyReused() {
        return new ProblemException(
                Problem.notApplied(422, "KEY_REUSED", "This key stands at another item of the same request, too."));
    }

    /** A key belongs to its caller. */
    private record KeyOfCaller(String caller, String key) {
        static @Nullable KeyOfCaller of(Request request) {
            String key = request.key();
            return key == null ? null : new KeyOfCaller(request.sender().caller(), key);
        }
    }
}
