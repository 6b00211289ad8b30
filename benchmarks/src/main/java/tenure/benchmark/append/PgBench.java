package tenure.benchmark.append;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tenure.benchmark.event.Samples;
import tenure.benchmark.measure.BenchmarkDatabase;
import tenure.benchmark.measure.Rounds.Contestant;

/**
 * Bare inserts by PostgreSQL's own program: a row a transaction, prepared statements, as many connections as it is told.
 *
 * @param program  where pgbench is
 * @param script   what each client does again and again
 * @param database where the bare table is
 * @param clients  at the same time
 * @param length   of a turn; pgbench counts whole seconds
 */
record PgBench(Path program, Path script, BenchmarkDatabase database, int clients, Duration length)
        implements Contestant {

    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");
    private static final Pattern RATE = Pattern.compile("(?m)^tps = ([0-9.]+)");

    /** The newest pgbench of this machine. */
    static Optional<Path> installed() throws IOException {
        var folders = Stream.<Path>builder();
        if (Files.isDirectory(DEBIAN)) {
            try (var versions = Files.list(DEBIAN)) {
                versions.sorted(Comparator.comparing(
                                        (Path version) -> version.getFileName().toString())
                                .reversed())
                        .forEach(version -> folders.add(version.resolve("bin")));
            }
        }
        Pattern.compile(":")
                .splitAsStream(System.getenv().getOrDefault("PATH", ""))
                .forEach(folder -> folders.add(Path.of(folder)));
        return folders.build()
                .map(folder -> folder.resolve("pgbench"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** What the program calls itself. */
    static String version(Path program) throws IOException, InterruptedException {
        return run(List.of(program.toString(), "--version")).strip();
    }

    /** Writes what each client does, the next row of a stream of its own, into a file that the caller deletes. */
    static Path script(Path directory) throws IOException {
        return Files.writeString(
                Files.createTempFile(directory, "insert", ".pgbench"), """
                \\set v :v + 1
                insert into bare_event %s
                values (:stream::bigint + :client_id::bigint, :v, uuidv7(), 1, clock_timestamp(), clock_timestamp(),
                        :customer, null, :correlation, :causation, :stream::text || '-' || :v::text, :actor,
                        :payload::bytea, '{}'::bytea, :hash::bytea);
                """.formatted(BareTable.COLUMNS));
    }

    @Override
    public double turn() throws IOException, InterruptedException {
        var output = run(List.of(
                program.toString(),
                "--no-vacuum",
                "--protocol=prepared",
                "--file=" + script,
                "--host=localhost",
                "--port=" + database.port(),
                "--username=postgres",
                "--client=" + clients,
                "--jobs=" + Math.min(clients, Runtime.getRuntime().availableProcessors()),
                "--time=" + Math.max(1, length.toSeconds()),
                "--define=v=0",
                "--define=stream=" + new Samples().writer() * 1_000_000,
                "--define=customer=P-" + new Samples().writer(),
                "--define=correlation=" + Samples.CORRELATION_ID,
                "--define=causation=" + Samples.CAUSATION_ID,
                "--define=actor=" + Samples.ACTOR,
                "--define=hash=\\x" + Samples.HASH,
                "--define=payload=" + new String(Samples.payload(), StandardCharsets.UTF_8),
                database.name()));
        var rate = RATE.matcher(output);
        if (!rate.find()) {
            throw new IOException("pgbench did not tell its rate: " + output);
        }
        return Double.parseDouble(rate.group(1));
    }

    private static String run(List<String> command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("pgbench failed: " + output);
        }
        return output;
    }
}
