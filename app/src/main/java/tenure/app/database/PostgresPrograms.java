package tenure.app.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs {@code initdb} and {@code pg_ctl}, as somebody who is not root. */
final class PostgresPrograms {
    private static final int LONGEST_MINUTES = 5;

    private final Path home;
    private final Path scratch;
    private final List<String> asNobody;

    /**
     * @param home    holds {@code bin}
     * @param scratch folder for what the programs print
     */
    PostgresPrograms(Path home, Path scratch) {
        this.home = home;
        this.scratch = scratch;
        this.asNobody = isRoot() ? unshare() : List.of();
    }

    /** How a program ended. */
    record Result(int exitCode, String output) {
        boolean ok() {
            return exitCode == 0;
        }

        /** The last line that says something, for a sentence. */
        String lastLine() {
            return output.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .reduce((first, second) -> second)
                    .orElse("exit code " + exitCode);
        }
    }

    Result run(String program, String... arguments) {
        List<String> command = new ArrayList<>(asNobody);
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        return execute(command);
    }

    /**
     * PostgreSQL refuses to run as root. In a user namespace of its own it is nobody, and yet owns the files that
     * root made.
     */
    private List<String> unshare() {
        if (execute(List.of("unshare", "-U", "true")).ok()) {
            return List.of("unshare", "-U");
        }
        throw new DatabaseProblem(
                "PostgreSQL does not run as root and this system does not let it run as somebody else; start Tenure"
                        + " as an ordinary user, or name a database of yours with --database-url.");
    }

    private boolean isRoot() {
        return "0".equals(execute(List.of("id", "-u")).output().strip());
    }

    private Result execute(List<String> command) {
        try {
            // Into a file, not a pipe: the server inherits it, and a pipe would stay open as long as the server runs.
            var output = Files.createTempFile(Files.createDirectories(scratch), "postgres", ".out");
            try {
                var builder = new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .redirectInput(ProcessBuilder.Redirect.from(
                                Path.of("/dev/null").toFile()));
                // Settings of the person who starts Tenure (PGDATA, PGPORT, PGOPTIONS …) are about other databases.
                builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
                builder.environment().put("LC_ALL", "C");
                var process = builder.start();
                if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
                    process.destroyForcibly();
                    return new Result(-1, "no end after " + LONGEST_MINUTES + " minutes");
                }
                return new Result(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
            } finally {
                Files.deleteIfExists(output);
            }
        } catch (IOException e) {
            return new Result(-1, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Result(-1, "interrupted");
        }
    }
}
