package tenure.app.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

/** What every answer tells the browser about what it must not do. */
public final class SecurityHeaders {
    private static final String CACHE_CONTROL = "Cache-Control";
    /** Inline styles are how the page's components place themselves; scripts only come from files. */
    private static final String CONTENT_SECURITY_POLICY = "default-src 'self'; object-src 'none'; base-uri 'none';"
            + " frame-ancestors 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:";

    private SecurityHeaders() {}

    /** Sets them all. */
    public static void set(HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    }

    /** Keeps data out of caches: an answer of the API is stored nowhere unless it says how it can be checked again. */
    static HttpServletResponse withoutStoring(HttpServletRequest request, HttpServletResponse response) {
        if (!request.getRequestURI().startsWith("/api/")) {
            return response;
        }
        response.setHeader(CACHE_CONTROL, "no-store");
        return new DataResponse(response);
    }

    private static final class DataResponse extends HttpServletResponseWrapper {
        private boolean cachingChosen;

        DataResponse(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void setHeader(String name, String value) {
            choose(name);
            super.setHeader(name, value);
        }

        @Override
        public void addHeader(String name, String value) {
            if (name.equalsIgnoreCase(CACHE_CONTROL) && !cachingChosen) {
                setHeader(name, value);
            } else {
                choose(name);
                super.addHeader(name, value);
            }
        }

        private void choose(String name) {
            if (name.equalsIgnoreCase(CACHE_CONTROL)) {
                cachingChosen = true;
            } else if (name.equalsIgnoreCase("ETag") && !cachingChosen) {
                cachingChosen = true;
                super.setHeader(CACHE_CONTROL, "private, no-cache");
            }
        }
    }
}
