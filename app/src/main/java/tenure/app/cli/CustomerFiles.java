package tenure.app.cli;

import tenure.command.imports.SourceFiles;
import tenure.command.imports.SourceMapping;

/**
 * Files of another system.
 *
 * @param files   a folder of them, or some
 * @param mapping knows what they mean
 */
record CustomerFiles(SourceFiles files, SourceMapping mapping) {}
