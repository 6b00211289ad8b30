package tenure.command.imports;

import java.nio.file.Path;
import java.util.function.Consumer;

/** Sends the rows of a source as commands. Every command has a key of its row, so an import can be repeated. */
public final class CustomerImport {

    private final CommandSink sink;
    private final Consumer<ImportProgress> progress;

    /** Sends to the sink, from several threads at once, and tells how far it is, after every row. */
    public CustomerImport(CommandSink sink, Consumer<ImportProgress> progress) {
        this.sink = sink;
        this.progress = progress;
    }

    /**
     * Imports the files in the directory.
     *
     * @throws SourceRefused when they cannot be imported at all; nothing was sent then
     */
    public ImportReport run(SourceMapping mapping, Path directory) throws SourceRefused {
        var report = new ImportReport();
        try (var lanes = new ImportLanes(sink, report)) {
            mapping.read(directory, new Run(lanes, report));
            lanes.sendRest();
        } catch (ImportStopped stopped) {
            report.stop(String.valueOf(stopped.getMessage()));
        }
        return report;
    }

    private final class Run implements SourceMapping.Receiver {

        private final ImportLanes lanes;
        private final ImportReport report;

        Run(ImportLanes lanes, ImportReport report) {
            this.lanes = lanes;
            this.report = report;
        }

        @Override
        public void item(ImportItem item) {
            lanes.add(item);
        }

        @Override
        public void problem(RowProblem problem) {
            report.add(problem);
        }

        @Override
        public void progress(ImportProgress made) {
            progress.accept(made);
        }
    }
}
