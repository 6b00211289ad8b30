package tenure.app.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The first filter of every request. Without a log-in, whoever reaches the port may read and write, so this keeps web
 * pages of others from using the reader's browser as a way in.
 *
 * <ul>
 *   <li>A page can point a name of its own at 127.0.0.1 (DNS rebinding); then {@code Host} carries that name: refused.
 *   <li>A page can post to http://localhost from anywhere; then {@code Origin} or {@code Sec-Fetch-Site} says so:
 *       refused. Programs that are no browsers send neither and may.
 * </ul>
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public class LoopbackGuard extends OncePerRequestFilter {
    private static final Pattern HOST = Pattern.compile("(localhost|127\\.0\\.0\\.1|\\[::1])(:[0-9]{1,5})?");
    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> OWN_SITE = Set.of("same-origin", "none");
    private static final int MISDIRECTED = 421;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        SecurityHeaders.set(response);
        var host = lowerCase(request.getHeader("Host"));
        if (host == null || !HOST.matcher(host).matches()) {
            Problem.write(
                    response,
                    MISDIRECTED,
                    "Misdirected Request",
                    "Tenure answers under localhost and 127.0.0.1 only.",
                    "HOST_NOT_ALLOWED");
        } else if (!SAFE_METHODS.contains(request.getMethod()) && comesFromElsewhere(request, host)) {
            Problem.write(
                    response,
                    HttpServletResponse.SC_FORBIDDEN,
                    "Forbidden",
                    "A web page of another origin may not change anything here.",
                    "ORIGIN_NOT_ALLOWED");
        } else {
            chain.doFilter(request, SecurityHeaders.withoutStoring(request, response));
        }
    }

    private static boolean comesFromElsewhere(HttpServletRequest request, String host) {
        var origin = lowerCase(request.getHeader("Origin"));
        // Only http: Tenure speaks no other scheme.
        if (origin != null && !origin.equals("http://" + host)) {
            return true;
        }
        var site = lowerCase(request.getHeader("Sec-Fetch-Site"));
        return site != null && !OWN_SITE.contains(site);
    }

    private static @Nullable String lowerCase(@Nullable String text) {
        return text == null ? null : text.toLowerCase(Locale.ROOT);
    }
}
