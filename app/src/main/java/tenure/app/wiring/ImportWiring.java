package tenure.app.wiring;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tenure.command.CommandIntake;
import tenure.command.PassingTrouble;
import tenure.command.automation.HeldClock;
import tenure.command.imports.UploadedImports;

/** Says where imports that come over HTTP are kept. */
@Configuration(proxyBeanMethods = false)
class ImportWiring {

    @Bean
    UploadedImports uploadedImports(
            @Value("${tenure.data-directory}") Path dataDirectory,
            CommandIntake intake,
            PassingTrouble trouble,
            HeldClock clock) {
        return new UploadedImports(dataDirectory.resolve("imports"), intake, trouble, clock);
    }
}
