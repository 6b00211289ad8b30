package tenure.command.imports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tenure.command.imports.ItemOutcome.Status;

/** What became of an import: counts per command, and what went wrong with file and line. */
public final class ImportReport {

    private static final int MOST_PROBLEMS_KEPT = 1_000;
    private static final String HEADER = String.format(
            "%-20s %11s %11s %11s %11s %11s%n", "command", "read", "accepted", "repeated", "unchanged", "refused");

    private final Map<String, Map<Status, Long>> counts = new TreeMap<>();
    private final List<RowProblem> problems = new ArrayList<>();
    private final List<RowProblem> brokenOff = new ArrayList<>();
    private long problemsInAll;
    private @Nullable String stoppedBecause;

    synchronized void count(ImportItem item, ItemOutcome outcome) {
        counts.computeIfAbsent(item.command(), command -> new EnumMap<>(Status.class))
                .merge(outcome.status(), 1L, Long::sum);
        if (outcome.status() == Status.REFUSED) {
            add(new RowProblem(item.file(), item.line(), outcome.code(), outcome.reason()));
        }
    }

    synchronized void add(RowProblem problem) {
        problemsInAll++;
        if (problem.code().equals(CsvFile.REST_UNREADABLE)) {
            brokenOff.add(problem);
        }
        if (problems.size() < MOST_PROBLEMS_KEPT) {
            problems.add(problem);
        }
    }

    synchronized void stop(String sentence) {
        stoppedBecause = sentence;
    }

    /** How many commands of that name had that outcome. */
    public synchronized long count(String command, Status status) {
        return counts.getOrDefault(command, Map.of()).getOrDefault(status, 0L);
    }

    /** How many commands of that name were sent. */
    public synchronized long read(String command) {
        return counts.getOrDefault(command, Map.of()).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** Refusals and rows that nothing came of, the first thousand, by file and line. */
    public synchronized List<RowProblem> problems() {
        return problems.stream()
                .sorted(Comparator.comparing(RowProblem::file).thenComparingLong(RowProblem::line))
                .toList();
    }

    /** How many there were in all. */
    public synchronized long problemsInAll() {
        return problemsInAll;
    }

    /** 0 when everything was taken, 1 when something was not, 2 when it stopped before the end. */
    public synchronized int exitStatus() {
        return stoppedBecause != null ? 2 : problemsInAll > 0 ? 1 : 0;
    }

    /** For the terminal: a table, then each problem with file and line, then the outcome in one sentence. */
    public synchronized String asText() {
        var text = new StringBuilder(HEADER);
        counts.forEach((command, outcomes) -> text.append(row(command, outcomes)));
        if (counts.size() > 1) {
            text.append(row("all", inAll()));
        }
        for (RowProblem problem : problems()) {
            text.append("%s:%d  %s  %s%n".formatted(problem.file(), problem.line(), problem.code(), problem.reason()));
        }
        if (problemsInAll > problems.size()) {
            text.append("… and %,d more.%n".formatted(problemsInAll - problems.size()));
        }
        return text.append(conclusion()).append(System.lineSeparator()).toString();
    }

    private String conclusion() {
        if (stoppedBecause != null) {
            return "Stopped before the end: %s Repeating the import is safe.".formatted(stoppedBecause);
        }
        if (!brokenOff.isEmpty()) {
            return whatIsNotIn();
        }
        if (problemsInAll > 0) {
            return String.format(
                    Locale.ROOT,
                    "%,d %s not taken, for the %s above; everything else is in. Repeating the import is safe.",
                    problemsInAll,
                    problemsInAll == 1 ? "row was" : "rows were",
                    problemsInAll == 1 ? "reason" : "reasons");
        }
        return inAll().getOrDefault(Status.ACCEPTED, 0L) == 0
                ? "Nothing new: everything was in before."
                : "Everything is in.";
    }

    /** How many rows stand in a rest that cannot be read, nobody knows, so nothing is said of "everything". */
    private String whatIsNotIn() {
        var text = new StringBuilder();
        for (RowProblem rest : brokenOff) {
            text.append("What stands in %s from line %d on is NOT in, because it cannot be read. "
                    .formatted(rest.file(), rest.line()));
        }
        long others = problemsInAll - brokenOff.size();
        if (others > 0) {
            text.append(String.format(
                    Locale.ROOT,
                    "Besides, %,d %s not taken, for the %s above. ",
                    others,
                    others == 1 ? "row was" : "rows were",
                    others == 1 ? "reason" : "reasons"));
        }
        return text.append("Repeating the import with whole files is safe.").toString();
    }

    private Map<Status, Long> inAll() {
        var all = new EnumMap<Status, Long>(Status.class);
        counts.values().forEach(outcomes -> outcomes.forEach((status, count) -> all.merge(status, count, Long::sum)));
        return all;
    }

    private static String row(String command, Map<Status, Long> outcomes) {
        return String.format(
                Locale.ROOT,
                "%-20s %,11d %,11d %,11d %,11d %,11d%n",
                command,
                outcomes.values().stream().mapToLong(Long::longValue).sum(),
                outcomes.getOrDefault(Status.ACCEPTED, 0L),
                outcomes.getOrDefault(Status.REPEATED, 0L),
                outcomes.getOrDefault(Status.UNCHANGED, 0L),
                outcomes.getOrDefault(Status.REFUSED, 0L));
    }
}
