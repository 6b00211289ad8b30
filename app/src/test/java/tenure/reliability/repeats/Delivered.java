package tenure.reliability.repeats;

import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;
import tenure.system.Http.Answer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Every answer that was given under a key must be the first one again. */
final class Delivered {

    /** What the first answer under a key was, and its text once it was given to a command that came alone. */
    private record First(JsonNode answer, String text) {}

    private final ConcurrentMap<String, First> first = new ConcurrentHashMap<>();
    private final Queue<String> differing = new ConcurrentLinkedQueue<>();
    private final LongAdder answers = new LongAdder();
    private final LongAdder replays = new LongAdder();

    /** An answer to a command that came alone; the texts must be equal to the byte. */
    void alone(String key, Answer answer) {
        note(
                key,
                answer.json(),
                answer.response().body(),
                !answer.header("Idempotency-Replayed").isEmpty());
    }

    /** An answer to a command of a batch, which has the same members and says in two more where and whether again. */
    void amongOthers(String key, JsonNode item) {
        var answer = ((ObjectNode) item.deepCopy());
        answer.remove("index");
        answer.remove("status");
        boolean replayed = answer.remove("replayed").asBoolean();
        note(key, answer, "", replayed);
    }

    /** No order is one that may be refused. */
    void refused(String key, JsonNode problem) {
        differing.add(key + ": " + problem);
    }

    private void note(String key, JsonNode answer, String text, boolean replayed) {
        answers.increment();
        if (replayed) {
            replays.increment();
        }
        first.merge(key, new First(withoutNulls(answer), text), (before, now) -> {
            boolean same = before.answer().equals(now.answer())
                    && (before.text().isEmpty()
                            || text.isEmpty()
                            || before.text().equals(text));
            if (!same) {
                differing.add(key + ": " + before + " and then " + now);
            }
            return before.text().isEmpty() ? now : before;
        });
    }

    /** A batch leaves out what is null. */
    private static JsonNode withoutNulls(JsonNode answer) {
        var copy = (ObjectNode) answer.deepCopy();
        copy.removeIf(JsonNode::isNull);
        return copy;
    }

    /** How many events the answer under a key told of; -1 when it was never answered. */
    long eventsOf(String key) {
        var answered = first.get(key);
        return answered == null ? -1 : answered.answer().get("events").size();
    }

    Queue<String> differing() {
        return differing;
    }

    int keys() {
        return first.size();
    }

    long answers() {
        return answers.sum();
    }

    long replays() {
        return replays.sum();
    }
}
