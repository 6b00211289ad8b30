package tenure.app.cli;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Options of every command that speaks to a running Tenure: where it answers. */
final class RunningTenure {

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            defaultValue = "${env:TENURE_DATA_DIR:-.tenure}",
            description = "Data directory of the running Tenure (default: ${DEFAULT-VALUE}).")
    private Path dataDirectory = Path.of(".tenure");

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "Where it answers (default: as the data directory says).")
    private @Nullable String url;

    Path dataDirectory() {
        return dataDirectory.toAbsolutePath().normalize();
    }

    /** Where it answers. */
    URI address() {
        if (url != null) {
            return checked(url);
        }
        var running = DataDirectory.runningIn(dataDirectory())
                .orElseThrow(() -> new CommandProblem(
                        "No Tenure is running on " + dataDirectory() + "; start one, or name it with --url."));
        return URI.create(running.url());
    }

    private URI checked(String text) {
        try {
            var address = new URI(text);
            if (address.getHost() != null && List.of("http", "https").contains(address.getScheme())) {
                return address;
            }
        } catch (URISyntaxException e) {
            // Told below, as for any other text.
        }
        throw new ParameterException(spec.commandLine(), "--url must look like http://127.0.0.1:8080.");
    }
}
