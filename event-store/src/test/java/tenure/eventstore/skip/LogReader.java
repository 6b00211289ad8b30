package tenure.eventstore.skip;

/** One kind of reader, on a thread of its own until it is stopped. */
abstract class LogReader {

    private final String kind;
    private final Thread thread;
    private volatile boolean stopped;
    private volatile Throwable failure;

    LogReader(String kind) {
        this.kind = kind;
        this.thread = Thread.ofPlatform().name("reader-" + kind).unstarted(this::run);
    }

    final void start() {
        thread.start();
    }

    private void run() {
        try {
            while (!stopped) {
                readOn();
            }
        } catch (Throwable e) {
            failure = e;
        }
    }

    /** Reads what there is, or waits a moment. */
    abstract void readOn() throws Exception;

    abstract Seen seen();

    final String kind() {
        return kind;
    }

    final boolean isDone(long head) {
        if (failure != null) {
            throw new AssertionError(kind + " failed", failure);
        }
        return seen().hasAllUpTo(head);
    }

    final void stop() throws InterruptedException {
        stopped = true;
        thread.join();
    }
}
