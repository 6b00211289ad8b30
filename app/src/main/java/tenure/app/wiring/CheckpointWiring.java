package tenure.app.wiring;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tenure.app.wiring.LogWiring.Schemas;
import tenure.eventstore.proof.CheckpointFolder;
import tenure.eventstore.proof.CheckpointWriter;
import tenure.eventstore.proof.Checkpoints;

/** What the log was is signed and kept in the data directory, outside the database. */
@Configuration(proxyBeanMethods = false)
class CheckpointWiring {

    private static final Duration LEAST_BETWEEN_TWO = Duration.ofMinutes(1);

    @Bean
    Checkpoints checkpoints(@Value("${tenure.data-directory}") Path dataDirectory, Clock clock) throws IOException {
        return Checkpoints.open(new CheckpointFolder(dataDirectory), clock);
    }

    @Bean
    CheckpointWriter checkpointWriter(Schemas schemas, Checkpoints checkpoints, DataSource dataSource) {
        return new CheckpointWriter(checkpoints, dataSource, LEAST_BETWEEN_TWO);
    }
}
