package tenure.query.shared;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.InputStream;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/** Gives each answer an {@code ETag}, and 304 to those who have it already. */
@Configuration(proxyBeanMethods = false)
class AnswerTags {

    /** Weak, as the same answer may be sent compressed. Streams and the feed, which end nowhere or are read once, have none. */
    @Bean
    FilterRegistrationBean<ShallowEtagHeaderFilter> answerTagFilter() {
        ShallowEtagHeaderFilter filter = new ShallowEtagHeaderFilter() {
            @Override
            protected boolean shouldNotFilter(HttpServletRequest request) {
                return !request.getMethod().equals("GET")
                        || request.getRequestURI().startsWith("/api/v1/events");
            }

            // Also of what is not to be stored as long as it has no tag.
            @Override
            protected boolean isEligibleForEtag(
                    HttpServletRequest request, HttpServletResponse response, int status, InputStream answer) {
                return status == HttpServletResponse.SC_OK;
            }
        };
        filter.setWriteWeakETag(true);
        var registration = new FilterRegistrationBean<>(filter);
        registration.addUrlPatterns("/api/v1/*");
        return registration;
    }
}
