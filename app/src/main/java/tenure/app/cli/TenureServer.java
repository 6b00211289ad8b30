package tenure.app.cli;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import tenure.TenureApplication;
import tenure.app.database.DatabaseAddress;
import tenure.app.database.DatabaseCheck;
import tenure.app.database.DatabaseProblem;
import tenure.app.database.EmbeddedDatabase;
import tenure.app.security.UnsafeAddress;
import tenure.eventstore.proof.BadCheckpoint;
import tenure.eventstore.proof.LogForked;

/** A whole Tenure in this process: data directory, database, application. Closing it ends them in the right order. */
final class TenureServer implements AutoCloseable {
    private static final String HOST = "127.0.0.1";
    private static final Duration SILENT_WAIT = Duration.ofSeconds(10);
    private static final int HTTP_OK = 200;

    private final DataDirectory data;
    private final Consumer<String> progress;
    private @Nullable EmbeddedDatabase database;
    private @Nullable ConfigurableApplicationContext context;
    private volatile boolean closed;

    /**
     * Nothing is started yet, so that whoever stops the process can be given the server before it starts.
     *
     * @param data     held by the caller; belongs to the server from now on
     * @param progress gets a line before each step that takes a while
     */
    TenureServer(DataDirectory data, Consumer<String> progress) {
        this.data = data;
        this.progress = progress;
    }

    /**
     * Starts everything and waits until it is ready to answer.
     *
     * @param databaseUrl a database of the user's, or null for one of Tenure's own
     * @param port        0 for any that is free
     * @param acceptedLog what an operator says to a log that was exchanged, or null
     * @return where it answers, without a slash at the end
     */
    String start(@Nullable String databaseUrl, int port, @Nullable String acceptedLog) {
        try {
            var url = launch(databaseUrl, port, acceptedLog);
            awaitReadiness(url);
            CalmConsole.open();
            data.announce(url);
            return url;
        } catch (RuntimeException e) {
            close();
            throw explained(e, port);
        }
    }

    /** Whether somebody has ended it. */
    boolean isClosed() {
        return closed;
    }

    /** Ends the application first, as its last answers still need the database. Doing it twice is fine. */
    @Override
    public synchronized void close() {
        closed = true;
        try {
            if (context != null) {
                context.close();
            }
        } finally {
            if (database != null) {
                database.close();
            }
            data.close();
        }
    }

    private synchronized String launch(@Nullable String databaseUrl, int port, @Nullable String acceptedLog) {
        if (closed) {
            throw new CommandProblem("Tenure was stopped before it had started.");
        }
        refuseTakenPort(port);
        keepTemporaryFilesInDataDirectory();
        var address = databaseUrl == null ? embedded() : DatabaseAddress.parse(databaseUrl);
        DatabaseCheck.run(address).forEach(warning -> progress.accept("Warning: " + warning));
        progress.accept("Starting Tenure …");
        context = run(address, port, acceptedLog);
        return "http://" + HOST + ":" + context.getEnvironment().getRequiredProperty("local.server.port");
    }

    private DatabaseAddress embedded() {
        database = EmbeddedDatabase.start(data.path(), progress);
        return database.address();
    }

    private ConfigurableApplicationContext run(DatabaseAddress address, int port, @Nullable String acceptedLog) {
        var application = new SpringApplication(TenureApplication.class);
        application.setBannerMode(Banner.Mode.OFF);
        // The commands end the context themselves, before the database.
        application.setRegisterShutdownHook(false);
        List<String> settings = new ArrayList<>(List.of(
                "--server.port=" + port,
                "--spring.datasource.url=" + address.jdbcUrl(),
                "--tenure.data-directory=" + data.path(),
                "--server.tomcat.basedir=" + data.path().resolve("tmp").resolve("tomcat"),
                "--logging.file.name=" + FailureLog.of(data.path()),
                "--logging.threshold.console=OFF",
                "--logging.register-shutdown-hook=false"));
        if (!address.user().isEmpty()) {
            settings.add("--spring.datasource.username=" + address.user());
            settings.add("--spring.datasource.password=" + address.password());
        }
        if (acceptedLog != null) {
            settings.add("--tenure.accept-log=" + acceptedLog);
        }
        return application.run(settings.toArray(String[]::new));
    }

    /** Looked at before anything is started; the socket of the application finds out for good. */
    private static void refuseTakenPort(int port) {
        if (port == 0) {
            return;
        }
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral(HOST), port));
        } catch (IOException e) {
            throw portTaken(port, e);
        }
    }

    private void keepTemporaryFilesInDataDirectory() {
        try {
            System.setProperty(
                    "java.io.tmpdir",
                    Files.createDirectories(data.path().resolve("tmp")).toString());
        } catch (IOException e) {
            throw new CommandProblem("The data directory " + data.path() + " cannot be written to.", e);
        }
    }

    private void awaitReadiness(String url) {
        var impatient = System.nanoTime() + SILENT_WAIT.toNanos();
        var told = false;
        while (!isReady(url)) {
            if (closed) {
                throw new CommandProblem("Tenure was stopped before it was ready.");
            }
            if (!told && System.nanoTime() > impatient) {
                progress.accept("Getting ready takes longer than usual; see " + FailureLog.of(data.path()) + " …");
                told = true;
            }
            pause();
        }
    }

    private static boolean isReady(String url) {
        try {
            var request = (HttpURLConnection)
                    URI.create(url + "/actuator/health/readiness").toURL().openConnection(Proxy.NO_PROXY);
            return request.getResponseCode() == HTTP_OK;
        } catch (IOException e) {
            return false;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandProblem("Tenure was interrupted before it was ready.", e);
        }
    }

    private RuntimeException explained(RuntimeException problem, int port) {
        Throwable root = problem;
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            root = cause;
            switch (cause) {
                case CommandProblem known -> {
                    return known;
                }
                case DatabaseProblem known -> {
                    return known;
                }
                case UnsafeAddress unsafe -> {
                    return new CommandProblem(String.valueOf(unsafe.getMessage()), problem);
                }
                case LogForked forked -> {
                    return new CommandProblem(String.valueOf(forked.getMessage()), problem);
                }
                case BadCheckpoint bad -> {
                    return new CommandProblem(String.valueOf(bad.getMessage()), problem);
                }
                case FlywayValidateException other -> {
                    return new CommandProblem(
                            "The database was set up by another build of Tenure, whose tables are not those of this one."
                                    + " Start that build, or begin anew with another --data-dir.",
                            problem);
                }
                case PortInUseException taken -> {
                    return portTaken(port, problem);
                }
                default -> {}
            }
        }
        var message = root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
        return new CommandProblem(
                "Tenure could not start: "
                        + message.strip().lines().findFirst().orElse("") + " (the details are in "
                        + FailureLog.of(data.path()) + ").",
                problem);
    }

    private static CommandProblem portTaken(int port, Exception cause) {
        return new CommandProblem(
                "Port " + port + " is in use by another program; choose another one with --port.", cause);
    }
}
