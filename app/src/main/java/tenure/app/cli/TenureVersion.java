package tenure.app.cli;

import java.io.IOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** Which Tenure this is, as written down by the build. */
final class TenureVersion implements IVersionProvider {
    @Override
    public String[] getVersion() throws IOException {
        var build = new Properties();
        try (var written = TenureVersion.class.getResourceAsStream("/META-INF/build-info.properties")) {
            if (written != null) {
                build.load(written);
            }
        }
        return new String[] {
            "Tenure " + build.getProperty("build.version", "(not packaged)") + ", Java " + Runtime.version()
        };
    }
}
