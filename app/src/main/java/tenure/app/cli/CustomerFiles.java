package tenure.app.cli;

import java.nio.file.Path;
import tenure.command.imports.SourceMapping;
import tenure.command.imports.SourceMappings;
import tenure.command.imports.SourceRefused;

/**
 * A folder of files of another system.
 *
 * @param folder  holds the files
 * @param mapping knows what they mean
 */
record CustomerFiles(Path folder, SourceMapping mapping) {

    /**
     * The folder, with the mapping of that name.
     *
     * @throws SourceRefused when there is no such mapping
     */
    static CustomerFiles in(Path folder, String mapping) throws SourceRefused {
        return new CustomerFiles(folder, SourceMappings.named(mapping));
    }
}
