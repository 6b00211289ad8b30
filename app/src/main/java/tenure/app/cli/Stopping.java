package tenure.app.cli;

/** Ends in order when the process is asked to end. */
final class Stopping {
    private Stopping() {}

    /**
     * Closes the server on Ctrl-C, SIGTERM or the end of the JVM.
     *
     * @param before runs first, unless the server is closed already
     * @param after  runs once the server is closed
     */
    static void onSignal(TenureServer server, Runnable before, Runnable after) {
        onSignal(() -> {
            if (!server.isClosed()) {
                before.run();
                server.close();
                after.run();
            }
        });
    }

    /** Runs the action on Ctrl-C, SIGTERM or the end of the JVM. */
    static void onSignal(Runnable action) {
        Runtime.getRuntime().addShutdownHook(new Thread(action, "tenure-stop"));
    }
}
