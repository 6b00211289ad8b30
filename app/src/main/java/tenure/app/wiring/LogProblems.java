package tenure.app.wiring;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import tenure.command.problem.Problem;
import tenure.eventstore.Appender.LogBusy;
import tenure.eventstore.Appender.OutcomeUnknown;

/** Answers 503 while the log or its database cannot be used. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class LogProblems {

    private static final Logger LOG = LoggerFactory.getLogger(LogProblems.class);

    private final LogTrouble trouble;

    LogProblems(LogTrouble trouble) {
        this.trouble = trouble;
    }

    @ExceptionHandler({
        LogBusy.class,
        OutcomeUnknown.class,
        DataAccessException.class,
        CannotCreateTransactionException.class
    })
    ResponseEntity<Problem> on(RuntimeException failure) {
        var problem = trouble.problemOf(failure).orElseGet(() -> {
            LOG.error("The database refused a statement.", failure);
            return Problem.unexpected();
        });
        return ResponseEntity.status(problem.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.RETRY_AFTER, "1")
                .body(problem);
    }
}
