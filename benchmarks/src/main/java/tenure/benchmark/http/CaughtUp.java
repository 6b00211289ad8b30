package tenure.benchmark.http;

import java.io.IOException;
import java.net.URI;
import java.util.regex.Pattern;

/** Waits until all views have read the whole log, so that what one turn left to do takes nothing from the next. */
public final class CaughtUp {

    private static final Pattern BEHIND = Pattern.compile("\"lagEvents\":[1-9]");
    private static final long LOOK_MILLIS = 100;

    private final URI tenure;

    /** Of the Tenure that answers there. */
    public CaughtUp(URI tenure) {
        this.tenure = tenure;
    }

    /** Returns when no view is behind. */
    public void await() throws IOException, InterruptedException {
        try (var connection = new KeptConnection(tenure)) {
            while (BEHIND.matcher(connection.get("/api/v1/projections").body()).find()) {
                Thread.sleep(LOOK_MILLIS);
            }
        }
    }
}
