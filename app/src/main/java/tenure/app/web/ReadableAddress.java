package tenure.app.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import tenure.app.security.Problem;

/**
 * Turns away addresses whose parameters cannot be read: with bytes that are no UTF-8, or a value without a name. The
 * server only looks when it is first asked for a parameter, and then fails as if it were its own fault.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class ReadableAddress extends OncePerRequestFilter {

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getQueryString() == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            request.getParameterMap();
        } catch (IllegalStateException unreadable) {
            Problem.write(
                    response,
                    HttpServletResponse.SC_BAD_REQUEST,
                    "Bad Request",
                    "The parameters of the address cannot be read; percent-encode them as UTF-8, each as name=value.",
                    "BAD_ADDRESS");
            return;
        }
        chain.doFilter(request, response);
    }
}
