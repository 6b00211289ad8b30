package tenure.command.imports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tenure.command.imports.ImportSummary.CommandCount;
import tenure.command.imports.ItemOutcome.Status;

/** What became of an import: counts per command, and what went wrong with file and line. */
public final class ImportReport {

    /** The exit status of an import that stopped before its end. */
    public static final int STOPPED = 2;

    private static final int MOST_PROBLEMS_KEPT = 1_000;
    private static final String HEADER = String.format(
            "%-22s %11s %11s %11s %11s %11s%n", "command", "read", "accepted", "repeated", "unchanged", "refused");

    private final boolean dryRun;
    private final Map<String, Map<Status, Long>> counts = new TreeMap<>();
    private final List<RowProblem> problems = new ArrayList<>();
    private final List<RowProblem> brokenOff = new ArrayList<>();
    private final Map<String, Remark> remarks = new LinkedHashMap<>();
    private long problemsInAll;
    private @Nullable String stoppedBecause;

    /**
     * An empty report.
     *
     * @param dryRun whether what is accepted would be, and is not stored
     */
    ImportReport(boolean dryRun) {
        this.dryRun = dryRun;
    }

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

    synchronized void remark(String text, String file, long line) {
        remarks.merge(text, new Remark(text, 1, file, line), (known, again) -> known.again());
    }

    synchronized void stop(String sentence) {
        stoppedBecause = sentence;
    }

    /** How many commands of that name had that outcome. */
    public synchronized long count(String command, Status status) {
        return counts.getOrDefault(command, Map.of()).getOrDefault(status, 0L);
    }

    /** How many commands of all names had that outcome. */
    public synchronized long count(Status status) {
        return inAll().getOrDefault(status, 0L);
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

    /** What is strange about the source, in the order in which it was met. */
    public synchronized List<Remark> remarks() {
        return List.copyOf(remarks.values());
    }

    /** How many there were in all. */
    public synchronized long problemsInAll() {
        return problemsInAll;
    }

    /** Everything of it, for programs. */
    synchronized ImportSummary summary() {
        return new ImportSummary(
                counts.entrySet().stream()
                        .map(entry -> commandCount(entry.getKey(), entry.getValue()))
                        .toList(),
                problems(),
                problemsInAll,
                remarks(),
                conclusion());
    }

    private static CommandCount commandCount(String command, Map<Status, Long> outcomes) {
        return new CommandCount(
                command,
                outcomes.values().stream().mapToLong(Long::longValue).sum(),
                outcomes.getOrDefault(Status.ACCEPTED, 0L),
                outcomes.getOrDefault(Status.REPEATED, 0L),
                outcomes.getOrDefault(Status.UNCHANGED, 0L),
                outcomes.getOrDefault(Status.REFUSED, 0L),
                outcomes.getOrDefault(Status.UNTRIED, 0L));
    }

    /** 0 when everything was taken, 1 when something was not, 2 when it stopped before the end. */
    public synchronized int exitStatus() {
        return stoppedBecause != null ? STOPPED : problemsInAll > 0 ? 1 : 0;
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
        if (!remarks.isEmpty()) {
            text.append("What is strange about the source (it costs no row; where it was met first):%n".formatted());
            remarks.values().forEach(remark -> text.append(line(remark)));
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
        if (dryRun) {
            return whatWouldBe();
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

    private String whatWouldBe() {
        long untried = inAll().getOrDefault(Status.UNTRIED, 0L);
        return (problemsInAll == 0
                        ? "Nothing was stored. Nothing was found wrong."
                        : String.format(
                                Locale.ROOT,
                                "Nothing was stored. %,d %s not be taken, for the %s above.",
                                problemsInAll,
                                problemsInAll == 1 ? "row would" : "rows would",
                                problemsInAll == 1 ? "reason" : "reasons"))
                + (untried == 0
                        ? ""
                        : String.format(
                                Locale.ROOT,
                                " %,d more could only be checked for their form, as they build on rows before them.",
                                untried));
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

    private static String line(Remark remark) {
        String place = remark.line() > 0 ? remark.file() + ":" + remark.line() : remark.file();
        return String.format(Locale.ROOT, "%,11d  %s (%s)%n", remark.count(), remark.text(), place);
    }

    private static String row(String command, Map<Status, Long> outcomes) {
        var count = commandCount(command, outcomes);
        return String.format(
                Locale.ROOT,
                "%-22s %,11d %,11d %,11d %,11d %,11d%n",
                command,
                count.read(),
                count.accepted(),
                count.repeated(),
                count.unchanged(),
                count.refused());
    }
}
