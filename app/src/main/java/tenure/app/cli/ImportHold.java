package tenure.app.cli;

import java.io.PrintWriter;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Holds the automations of a Tenure during an import: what was due long ago waits until everything that happened has
 * arrived. An import does not fail for want of it; it has better words for a Tenure that is not there.
 */
final class ImportHold implements AutoCloseable {

    private final AutomationDoor door;
    private final PrintWriter out;
    private final AutomationDoor.@Nullable Held held;

    ImportHold(URI tenure, PrintWriter out) {
        this.door = new AutomationDoor(tenure);
        this.out = out;
        this.held = hold(door);
    }

    private static AutomationDoor.@Nullable Held hold(AutomationDoor door) {
        try {
            return door.hold("import:" + ProcessHandle.current().pid());
        } catch (CommandProblem none) {
            return null;
        }
    }

    /** Lets go and has everything done that was due up to now, unless somebody else holds. */
    void releaseAndRun() {
        if (held == null) {
            return;
        }
        close();
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

    /** Lets go. When that cannot be said, the hold ends by itself. */
    @Override
    public void close() {
        if (held != null) {
            held.close();
        }
    }
}
