package tenure.app.wiring;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import tenure.eventstore.Appender.LogBusy;
import tenure.eventstore.Appender.OutcomeUnknown;

/** Says that the log or its database cannot be used right now, and whether the command may have been applied. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class LogProblems {

    @ExceptionHandler
    ResponseEntity<ProblemDetail> busy(LogBusy problem) {
        return unavailable("LOG_BUSY", problem.getMessage() + " Send it again in a moment.", "not_applied");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unknown(OutcomeUnknown problem) {
        return unavailable(
                "OUTCOME_UNKNOWN",
                "The database went away while the command was being stored. Send it again with the same Idempotency-Key;"
                        + " it will not be applied twice.",
                "unknown");
    }

    /** Reads change nothing, and a command that could not read has not been stored. */
    @ExceptionHandler({DataAccessException.class, CannotCreateTransactionException.class})
    ResponseEntity<ProblemDetail> unreachable(Exception problem) {
        if (!isOutage(problem)) {
            throw problem instanceof RuntimeException failure ? failure : new IllegalStateException(problem);
        }
        return unavailable(
                "DATABASE_UNAVAILABLE", "The database cannot be reached. Try again in a moment.", "not_applied");
    }

    private static boolean isOutage(Exception problem) {
        return problem instanceof CannotCreateTransactionException
                || problem instanceof org.springframework.dao.NonTransientDataAccessResourceException
                || problem instanceof org.springframework.dao.TransientDataAccessException
                || problem instanceof org.springframework.dao.RecoverableDataAccessException;
    }

    private static ResponseEntity<ProblemDetail> unavailable(String code, String detail, String outcome) {
        var body = ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE, detail);
        body.setType(
                URI.create("urn:tenure:problem:" + code.toLowerCase(Locale.ROOT).replace('_', '-')));
        body.setTitle("Unavailable");
        body.setProperty("code", code);
        body.setProperty("outcome", outcome);
        body.setProperty("errors", List.of());
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.RETRY_AFTER, "1")
                .body(body);
    }
}
