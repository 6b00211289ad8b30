package tenure.command.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.springframework.web.util.DisconnectedClientHelper;
import tenure.command.problem.Problem;
import tenure.command.problem.ProblemException;

/** Turns everything that goes wrong under any controller into a {@link Problem}; no stack trace leaves the house. */
@RestControllerAdvice
@Order(ProblemResponses.LAST_WORD)
class ProblemResponses {

    /** After advice about particular failures, before whatever Spring would say by itself. */
    static final int LAST_WORD = Ordered.HIGHEST_PRECEDENCE + 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(ProblemResponses.class);

    @ExceptionHandler
    ResponseEntity<Problem> on(ProblemException exception) {
        var headers = new HttpHeaders();
        exception.headers().forEach(headers::set);
        return answer(exception.problem(), headers);
    }

    @ExceptionHandler
    ResponseEntity<Problem> on(TypeMismatchException exception) {
        return answer(Problem.notApplied(400, "BAD_PARAMETER", "A parameter has a value of the wrong type."));
    }

    @ExceptionHandler
    ResponseEntity<Problem> on(NoResourceFoundException exception, HttpServletRequest request) {
        return answer(
                Problem.notApplied(404, "NOT_FOUND", "There is nothing at %s.".formatted(request.getRequestURI())));
    }

    @ExceptionHandler
    ResponseEntity<Problem> on(HttpMessageNotReadableException exception) {
        return answer(Problem.notApplied(400, "BAD_REQUEST", "The body cannot be read."));
    }

    /** The client has gone; there is nobody to answer. */
    @ExceptionHandler
    void on(AsyncRequestNotUsableException exception) {
        LOG.debug("The client has gone.", exception);
    }

    /** What Spring itself, or a controller in Spring's words, has to say; everything else is a fault of ours. */
    @ExceptionHandler
    @Nullable ResponseEntity<?> on(Exception exception, HttpServletRequest request) {
        // Only what reading or writing threw itself: a database that went away breaks off its connections, too.
        if (exception instanceof IOException && DisconnectedClientHelper.isClientDisconnectedException(exception)) {
            LOG.debug("The client has gone.", exception);
            return null;
        }
        if (exception instanceof ErrorResponse known) {
            if (isWhole(known)) {
                return ResponseEntity.status(known.getStatusCode())
                        .headers(known.getHeaders())
                        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                        .body(known.getBody());
            }
            if (known.getStatusCode().is5xxServerError()) {
                LOG.error("{} failed.", request.getMethod(), exception);
            }
            return answer(problemOf(known), known.getHeaders());
        }
        LOG.error("{} failed.", request.getMethod(), exception);
        return answer(Problem.unexpected());
    }

    /** Whether a controller has already said everything that a problem says. */
    private static boolean isWhole(ErrorResponse known) {
        var properties = known.getBody().getProperties();
        return properties != null && properties.keySet().containsAll(Set.of("code", "outcome", "errors"));
    }

    private static Problem problemOf(ErrorResponse known) {
        int status = known.getStatusCode().value();
        @Nullable Map<String, Object> properties = known.getBody().getProperties();
        HttpStatus named = HttpStatus.resolve(status);
        String fallback = named == null ? "BAD_REQUEST" : named.name().toUpperCase(Locale.ROOT);
        String code = properties != null && properties.get("code") instanceof String given ? given : fallback;
        String detail = known.getBody().getDetail();
        return Problem.of(
                status,
                code,
                detail == null ? "See the code and the description of the interface." : detail,
                status >= 500 ? Problem.UNKNOWN : Problem.NOT_APPLIED);
    }

    private static ResponseEntity<Problem> answer(Problem problem) {
        return answer(problem, HttpHeaders.EMPTY);
    }

    private static ResponseEntity<Problem> answer(Problem problem, HttpHeaders headers) {
        return ResponseEntity.status(problem.status())
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
