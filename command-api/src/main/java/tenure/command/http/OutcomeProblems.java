package tenure.command.http;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tenure.command.PassingTrouble;
import tenure.command.problem.Problem;
import tenure.command.problem.ProblemException;

/** Says in the form of a problem why one of many commands was not taken. */
@Component
public final class OutcomeProblems {

    private static final Logger LOG = LoggerFactory.getLogger(OutcomeProblems.class);

    private final PassingTrouble trouble;

    /** Asks the application what passes, if it has a say in it. */
    public OutcomeProblems(ObjectProvider<PassingTrouble> trouble) {
        this.trouble = trouble.getIfAvailable(() -> failure -> Optional.empty());
    }

    /** For the outcomes of one request: what failed many of them is logged once. */
    public Function<RuntimeException, Problem> ofOneRequest() {
        Set<RuntimeException> logged = Collections.newSetFromMap(new IdentityHashMap<>());
        return reason -> problemOf(reason, logged);
    }

    private Problem problemOf(RuntimeException reason, Set<RuntimeException> logged) {
        if (reason instanceof ProblemException problem) {
            return problem.problem();
        }
        Optional<Problem> passing = trouble.problemOf(reason);
        if (logged.add(reason)) {
            if (passing.isPresent()) {
                LOG.warn("Commands of a batch could not be taken for now: {}", reason.toString());
            } else {
                LOG.error("A command of a batch failed.", reason);
            }
        }
        return passing.orElseGet(Problem::unexpected);
    }
}
