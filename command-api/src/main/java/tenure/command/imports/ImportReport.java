package tenure.command.imports;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tenure.command.imports.ItemOutcome.Status;

/** What became of an import: counts per command, and what went wrong with file and line. */
public final class ImportReport {

    private static final int MOST_PROBLEMS_KEPT = 1_000;

    private final Map<String, Map<Status, Long>> counts = new TreeMap<>();
    private final List<RowProblem> problems = new ArrayList<>();
    private long problemsInAll;
    private @Nullable String stoppedBecause;

    void count(ImportItem item, ItemOutcome outcome) {
        counts.computeIfAbsent(item.command(), command -> new EnumMap<>(Status.class))
                .merge(outcome.status(), 1L, Long::sum);
        if (outcome.status() == Status.REFUSED) {
            add(new RowProblem(item.file(), item.line(), outcome.code(), outcome.reason()));
        }
    }

    void add(RowProblem problem) {
        problemsInAll++;
        if (problems.size() < MOST_PROBLEMS_KEPT) {
            problems.add(problem);
        }
    }

    void stop(String sentence) {
        stoppedBecause = sentence;
    }

    /** How many commands of that name had that outcome. */
    public long count(String command, Status status) {
        return counts.getOrDefault(command, Map.of()).getOrDefault(status, 0L);
    }

    /** How many commands of that name were sent. */
    public long read(String command) {
        return counts.getOrDefault(command, Map.of()).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** Refusals and rows that nothing came of, the first thousand. */
    public List<RowProblem> problems() {
        return List.copyOf(problems);
    }

    /** How many there were in all. */
    public long problemsInAll() {
        return problemsInAll;
    }

    /** 0 when everything was taken, 1 when something was not, 2 when it stopped before the end. */
    public int exitStatus() {
        return stoppedBecause != null ? 2 : problemsInAll > 0 ? 1 : 0;
    }

    /** For the terminal. */
    public String asText() {
        var text = new StringBuilder(row("command", "read", "accepted", "repeated", "unchanged", "refused"));
        counts.keySet()
                .forEach(command -> text.append(row(
                        command,
                        read(command),
                        count(command, Status.ACCEPTED),
                        count(command, Status.REPEATED),
                        count(command, Status.UNCHANGED),
                        count(command, Status.REFUSED))));
        for (RowProblem problem : problems) {
            text.append("%s:%d  %s  %s%n".formatted(problem.file(), problem.line(), problem.code(), problem.reason()));
        }
        if (problemsInAll > problems.size()) {
            text.append("… and %,d more.%n".formatted(problemsInAll - problems.size()));
        }
        if (stoppedBecause != null) {
            text.append("Stopped before the end: %s Repeating the import is safe.%n".formatted(stoppedBecause));
        }
        return text.toString();
    }

    private static String row(Object... cells) {
        return "%-20s %9s %9s %9s %9s %9s%n".formatted(cells);
    }
}
