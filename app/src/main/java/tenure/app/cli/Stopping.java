package tenure.app.cli;

/** Ends a server in order when the process is asked to end. */
final class Stopping {
    private Stopping() {}

    /**
     * Closes the server on Ctrl-C, SIGTERM or the end of the JVM.
     *
     * @param before runs first, unless the server is closed already
     * @param after  runs once the server is closed
     */
    static void onSignal(TenureServer server, Runnable before, Runnable after) {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            if (!server.isClosed()) {
                                before.run();
                                server.close();
                                after.run();
                            }
                        },
                        "tenure-stop"));
    }
}
