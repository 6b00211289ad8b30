package tenure.app.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of every command that may start Tenure: where its data is. */
final class DataOptions {
    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            defaultValue = "${env:TENURE_DATA_DIR:-.tenure}",
            description = "Where everything is kept (default: ${DEFAULT-VALUE}).")
    private Path dataDirectory = Path.of(".tenure");

    @Option(
            names = "--database-url",
            paramLabel = "URL",
            description = "A PostgreSQL database of yours instead of Tenure's own:"
                    + " postgresql://user:password@host:5432/database."
                    + " Also read from TENURE_DATABASE_URL, which other users of this machine cannot see.",
            defaultValue = "${env:TENURE_DATABASE_URL}",
            showDefaultValue = picocli.CommandLine.Help.Visibility.NEVER)
    private @Nullable String databaseUrl;

    Path dataDirectory() {
        return dataDirectory.toAbsolutePath().normalize();
    }

    @Nullable String databaseUrl() {
        return databaseUrl == null || databaseUrl.isBlank() ? null : databaseUrl;
    }
}
