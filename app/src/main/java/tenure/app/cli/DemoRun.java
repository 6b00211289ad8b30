package tenure.app.cli;

import java.io.PrintWriter;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tenure.app.demo.DemoCompany;
import tenure.app.demo.DemoLoad;
import tenure.app.demo.DemoLoad.Loaded;
import tenure.app.demo.DemoLoad.Wanted;
import tenure.app.demo.DemoRefused;

/** Loads the demo company for whoever sits at the terminal. */
final class DemoRun {
    private static final int MOST_PROBLEMS_SHOWN = 10;

    private final PrintWriter out;
    private final @Nullable Long seed;
    private volatile @Nullable DemoLoad load;

    /** @param seed the one that was asked for; null for the usual one, or the one that is there */
    DemoRun(PrintWriter out, @Nullable Long seed) {
        this.out = out;
        this.seed = seed;
    }

    /** Loads what is missing into a running Tenure, and tells which customers to look at. */
    void into(String tenure) {
        var loading = new DemoLoad(URI.create(tenure));
        load = loading;
        try {
            var today = LocalDate.now(ZoneOffset.UTC);
            var fresh = new DemoCompany(seed == null ? DemoCompany.USUAL_SEED : seed, today);
            var wanted = loading.look(fresh, seed);
            if (wanted.complete()) {
                say(there(wanted.company(), today));
            } else {
                load(loading, wanted, URI.create(tenure));
            }
        } catch (DemoRefused e) {
            throw new CommandProblem(String.valueOf(e.getMessage()), e);
        }
        say("Customers to look at:");
        for (var sight : DemoCompany.sights()) {
            say("  %-18s  %s/customers/%s%n      %s"
                    .formatted(sight.name(), tenure, sight.customerId(), sight.story()));
        }
    }

    /** Stops it; what was loaded stays, and the next start goes on. */
    void stop() {
        var loading = load;
        if (loading != null) {
            loading.stop();
        }
    }

    private void load(DemoLoad loading, Wanted wanted, URI tenure) {
        say(wanted.begun() ? "Loading the rest of the demo company …" : "Loading the demo company …");
        long begun = System.nanoTime();
        try (var hold = new ImportHold(tenure, "demo", out)) {
            var loaded = load(loading, wanted);
            if (!loaded.problems().isEmpty()) {
                loaded.problems().stream().limit(MOST_PROBLEMS_SHOWN).forEach(this::say);
                hold.keep();
                throw new CommandProblem("The demo company is not complete. Start again with --demo to load the rest.");
            }
            say(String.format(
                    Locale.ROOT,
                    "The demo company is in: %,d commands in %d s%s.",
                    loaded.taken() + loaded.before(),
                    Duration.ofNanos(System.nanoTime() - begun).toSeconds(),
                    loaded.before() == 0 ? "" : String.format(Locale.ROOT, ", %,d of them before", loaded.before())));
            hold.releaseAndRun();
        }
    }

    private Loaded load(DemoLoad loading, Wanted wanted) {
        try (var display = ProgressDisplay.open(out, "Loading", "loaded", " days", 1)) {
            return loading.load(
                    wanted.company(),
                    progress -> display.show(
                            progress.bytesRead(),
                            progress.bytesTotal(),
                            String.format(Locale.ROOT, "%,d commands", progress.rows())));
        }
    }

    private static String there(DemoCompany company, LocalDate today) {
        return "The demo company is there already, up to %s (seed %d).%s"
                .formatted(
                        company.until().minusDays(1),
                        company.seed(),
                        company.until().isBefore(today)
                                ? " For one that ends today, start with --demo and another --data-dir."
                                : "");
    }

    private void say(String line) {
        out.println(line);
        out.flush();
    }
}
