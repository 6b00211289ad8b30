package tenure.app.cli;

import java.io.PrintWriter;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Holds the automations of a Tenure during an import: what was due long ago waits until everything that happened has
 * arrived. An import that breaks off leaves the hold behind for a while; the same import, repeated, takes it over. An
 * import does not fail for want of a hold; it has better words for a Tenure that is not there.
 */
final class ImportHold implements AutoCloseable {

    private static final int MOST_OF_A_NAME = 50;

    /** Time to repeat an import that broke off. */
    private static final Duration AFTER_A_BREAK = Duration.ofHours(1);

    private final AutomationDoor door;
    private final PrintWriter out;
    private final AutomationDoor.@Nullable Held held;

    /**
     * Begins to hold.
     *
     * @param what is imported; the same for the same import
     */
    ImportHold(URI tenure, String what, PrintWriter out) {
        this.door = new AutomationDoor(tenure);
        this.out = out;
        this.held = hold("import:" + shortened(what.replaceAll("[^A-Za-z0-9._-]", "-")));
    }

    private static String shortened(String what) {
        return what.substring(Math.max(0, what.length() - MOST_OF_A_NAME));
    }

    private AutomationDoor.@Nullable Held hold(String holder) {
        try {
            return door.hold(holder);
        } catch (CommandProblem none) {
            out.println(
                    "The automations could not be held, so what was due long ago may be done before all has arrived: "
                            + none.getMessage());
            out.flush();
            return null;
        }
    }

    /** Lets go and has everything done that was due up to now, unless somebody else holds. */
    void releaseAndRun() {
        if (held == null) {
            return;
        }
        held.release();
        try {
            if (door.state().path("holds").isEmpty()) {
                out.println("Doing what was due …");
                out.flush();
                var done = door.run(null, soFar -> {
                    out.printf(Locale.ROOT, "%,d so far …%n", soFar);
                    out.flush();
                });
                out.println(AutomationsCommand.inWords(done));
            }
        } catch (CommandProblem later) {
            out.println("What was due is done by and by: " + later.getMessage());
        }
        out.flush();
    }

    /** Leaves the hold in place for those who repeat the import. */
    void keep() {
        if (held != null) {
            held.keep(AFTER_A_BREAK);
            out.println("What is due by itself waits for an hour, so that the import can be repeated before.");
            out.flush();
        }
    }

    /** Holds no longer than what was said last. */
    @Override
    public void close() {
        if (held != null) {
            held.close();
        }
    }
}
