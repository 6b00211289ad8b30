package tenure.app.cli;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.function.Consumer;
import tenure.command.imports.CustomerImport;
import tenure.command.imports.HttpCommandSink;
import tenure.command.imports.ImportProgress;
import tenure.command.imports.ImportReport;
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

    /**
     * Imports into a running Tenure and prints the report.
     *
     * @return the exit code: 0 when everything is in, 1 when something was refused or the import broke off
     */
    int importInto(URI tenure, PrintWriter out) {
        var report = send(new HttpCommandSink(tenure, "import:" + mapping.name()), out);
        out.print(report.asText());
        out.flush();
        return report.exitStatus() == 0 ? 0 : 1;
    }

    private ImportReport send(HttpCommandSink sink, PrintWriter out) {
        out.println("Importing " + folder + " …");
        out.flush();
        try (var progress = ImportDisplay.open(out)) {
            Consumer<ImportProgress> shown = progress::show;
            return new CustomerImport(sink, shown).run(mapping, folder);
        } catch (SourceRefused e) {
            throw new CommandProblem(String.valueOf(e.getMessage()), e);
        }
    }
}
