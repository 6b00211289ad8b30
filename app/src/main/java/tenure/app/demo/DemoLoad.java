package tenure.app.demo;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tenure.command.imports.CustomerImport;
import tenure.command.imports.ImportProgress;
import tenure.command.imports.ImportReport;
import tenure.command.imports.ItemOutcome.Status;
import tenure.command.imports.SourceRefused;
import tenure.command.imports.TwoDoorsSink;

/**
 * Sends the demo company to a running Tenure, once: what is complete is left as it is, and what was broken off is sent
 * again as it was, so that only what is missing is recorded.
 */
public final class DemoLoad {

    private static final String ACTOR = "demo";

    private final URI tenure;
    private final Presence presence;
    private volatile @Nullable CustomerImport running;
    private volatile boolean stopped;

    /** Sends to the Tenure that answers there. */
    public DemoLoad(URI tenure) {
        this.tenure = tenure;
        this.presence = new Presence(tenure);
    }

    /**
     * What became of it.
     *
     * @param taken    commands that were taken now
     * @param before   commands that had been taken before
     * @param problems what went wrong, in sentences; empty when everything is in
     */
    public record Loaded(long taken, long before, List<String> problems) {}

    /**
     * What there is to be loaded.
     *
     * @param complete whether it is there already
     * @param begun    whether some of it is
     */
    public record Wanted(DemoCompany company, boolean complete, boolean begun) {}

    /**
     * Looks at what is there.
     *
     * @param fresh what to load where there is nothing
     * @param seed  the seed that was asked for; null when any will do
     * @throws DemoRefused when there is something else
     */
    public Wanted look(DemoCompany fresh, @Nullable Long seed) {
        Optional<Presence.Found> found = presence.find();
        if (found.isEmpty()) {
            return new Wanted(fresh, false, false);
        }
        DemoCompany there = found.get().company();
        if (seed != null && seed != there.seed()) {
            throw new DemoRefused(("This data directory holds the demo company of seed %d; leave --demo-seed out,"
                            + " or choose another one with --data-dir.")
                    .formatted(there.seed()));
        }
        return new Wanted(there, found.get().complete(), true);
    }

    /** Sends all of it, first what the rest builds on. */
    public Loaded load(DemoCompany company, Consumer<ImportProgress> progress) {
        var told = send(company::tell, progress);
        if (told.exitStatus() != 0) {
            return loaded(told, problems(told));
        }
        var end = send(company::complete, _ -> {});
        return loaded(told, end.exitStatus() == 0 ? List.of() : problems(end));
    }

    private static Loaded loaded(ImportReport report, List<String> problems) {
        long taken = report.count(Status.ACCEPTED) + report.count(Status.UNCHANGED);
        return new Loaded(taken, report.count(Status.REPEATED), problems);
    }

    /** Ends before the next command; what is on its way is waited for. */
    public void stop() {
        stopped = true;
        var importing = running;
        if (importing != null) {
            importing.stop("It was asked to stop.");
        }
    }

    private ImportReport send(CustomerImport.Source source, Consumer<ImportProgress> progress) {
        var importing = new CustomerImport(new TwoDoorsSink(tenure, ACTOR), progress);
        running = importing;
        if (stopped) {
            stop();
        }
        try {
            return importing.run(source);
        } catch (SourceRefused impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<String> problems(ImportReport report) {
        var problems = report.problems().stream()
                .map(problem -> "%s: %s  %s".formatted(problem.file(), problem.code(), problem.reason()))
                .toList();
        return problems.isEmpty() ? List.of(report.asText().lines().toList().getLast()) : problems;
    }
}
