package tenure.app.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import tenure.command.imports.ImportItem;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The commands about one subject, written in any order and read in the order of time. What lies ahead is left out. */
final class Script {

    /** What the keys of all commands begin with. */
    static final String PREFIX = "demo:";

    private final String subject;
    private final Instant end;
    private final List<Line> lines = new ArrayList<>();

    /** @param until first day of which nothing is told */
    Script(String subject, LocalDate until) {
        this.subject = subject;
        this.end = at(until, 0, 0);
    }

    /** Adds a command.
     *
     * @param key of its own among all commands of the company
     * @param fields fills in the body, but for the time
     */
    void add(Instant at, String command, String key, Consumer<ObjectNode> fields) {
        if (at.isBefore(end)) {
            lines.add(new Line(at, item(command, key, subject, at, fields)));
        }
    }

    /** All of them, in the order of time; of the same moment, in the order in which they were written. */
    Reading read() {
        return new Reading(lines.stream()
                .sorted(Comparator.comparing(Line::at))
                .collect(Collectors.toCollection(ArrayDeque::new)));
    }

    static ImportItem item(String command, String key, String subject, Instant at, Consumer<ObjectNode> fields) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        fields.accept(body);
        body.put("occurredAt", at.toString());
        return new ImportItem("demo/" + subject, 0, command, PREFIX + key, subject, body);
    }

    /** A moment of a day in UTC. */
    static Instant at(LocalDate day, int hour, int minute) {
        return day.atTime(hour, minute).toInstant(ZoneOffset.UTC);
    }

    /** A script on its way from its beginning to its end. */
    record Reading(Deque<Line> rest) {
        /** Takes what happens before the day is over. */
        List<Line> until(LocalDate day) {
            Instant over = at(day.plusDays(1), 0, 0);
            List<Line> taken = new ArrayList<>();
            while (!rest.isEmpty() && rest.getFirst().at().isBefore(over)) {
                taken.add(rest.removeFirst());
            }
            return taken;
        }
    }

    /** A command and its moment. */
    record Line(Instant at, ImportItem item) {}
}
