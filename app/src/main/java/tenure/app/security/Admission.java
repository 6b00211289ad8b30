package tenure.app.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets in as many requests at once as memory and the connection pool can carry; the others wait a moment at the door,
 * before anything of their body is read, and are then asked to come back. Threads cost nothing here, so without it any
 * number of requests would share, and exhaust, the same memory.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class Admission extends OncePerRequestFilter {

    /** A call of an SDK that is no batch. */
    private static final Pattern SINGLE_CALL = Pattern.compile("/v1/(track|identify|group|page|screen|alias)/?");

    /** Up to 4 MB: a thousand commands, or ten thousand items of usage. */
    private final Places batches = new Places(3, 20);
    /** Up to 256 kB. */
    private final Places commands = new Places(64, 2);
    /** The zip of an import, on its way to the disk. */
    private final Places uploads = new Places(2, 5);
    /** Wait for an answer of somebody else's server. */
    private final Places errands = new Places(4, 5);
    /** Go through everything that a cohort did. */
    private final Places funnels = new Places(3, 5);
    /** Wait for events most of the time, and hold little meanwhile: streams and long polls, which stay open. */
    private final Places followers = new Places(50, 0);
    /** Anything else that asks the database. */
    private final Places reads = new Places(12, 5);

    /** So many at once; whoever finds none waits so long for one. */
    private record Places(Semaphore free, int patienceSeconds) {
        Places(int places, int patienceSeconds) {
            this(new Semaphore(places, true), patienceSeconds);
        }

        boolean take() {
            try {
                return free.tryAcquire(patienceSeconds, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var path = path(request);
        return !path.startsWith("/api/") && !path.startsWith("/v1/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var places = placesFor(request);
        if (!places.take()) {
            Problem.turnAway(
                    response, "Too many requests of this kind are being worked on; try again in a moment.", "BUSY");
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            places.free().release();
        }
    }

    private Places placesFor(HttpServletRequest request) {
        var path = path(request);
        if (path.startsWith("/api/v1/commands/") || SINGLE_CALL.matcher(path).matches()) {
            return commands;
        }
        if (path.startsWith("/api/v1/commands") || path.startsWith("/api/v1/usage") || path.startsWith("/v1/")) {
            return batches;
        }
        if (path.startsWith("/api/v1/imports") && request.getMethod().equals("POST")) {
            return uploads;
        }
        if (path.startsWith("/api/v1/webhooks") && request.getMethod().equals("POST")) {
            return errands;
        }
        if (path.startsWith("/api/v1/events") && staysOpen(request)) {
            return followers;
        }
        return path.startsWith("/api/v1/funnels/") ? funnels : reads;
    }

    /** As the controllers are found by it: decoded, so that an address cannot be spelt past its places. */
    private static String path(HttpServletRequest request) {
        return String.valueOf(request.getServletPath()) + (request.getPathInfo() == null ? "" : request.getPathInfo());
    }

    private static boolean staysOpen(HttpServletRequest request) {
        var query = String.valueOf(request.getQueryString());
        return String.valueOf(request.getHeader("Accept")).contains("text/event-stream")
                || query.contains("wait=")
                // Nobody has to spell it so, and who does may mean anything.
                || query.contains("%");
    }
}
