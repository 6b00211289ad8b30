package tenure.app.database;

import org.jspecify.annotations.Nullable;

/** The database cannot be used; the message is one sentence that the person at the console can act on. */
public final class DatabaseProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says what is wrong and what to do. */
    public DatabaseProblem(String sentence) {
        this(sentence, null);
    }

    /** Says what is wrong and what to do, and keeps the cause for the log file. */
    public DatabaseProblem(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
