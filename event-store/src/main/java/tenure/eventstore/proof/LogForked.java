package tenure.eventstore.proof;

/** The log is not the one that was vouched for; the message says what that means and what to do. */
public final class LogForked extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LogForked(String sentences) {
        super(sentences);
    }
}
