package tenure.app.cli;

import org.jspecify.annotations.Nullable;

/** A command of the command line cannot be done; the message is the one sentence to print. */
final class CommandProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CommandProblem(String sentence) {
        this(sentence, null);
    }

    CommandProblem(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
