package tenure.command.imports;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Sends the rows of a source as commands, once. Every command has a key of its row, so an import can be repeated.
 */
public final class CustomerImport {

    private final CommandSink sink;
    private final Consumer<ImportProgress> progress;
    private final ImportReport report = new ImportReport();
    private volatile @Nullable String stoppedBecause;

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
        try (var lanes = new ImportLanes(sink, report)) {
            mapping.read(directory, new Run(lanes));
            lanes.sendRest();
        } catch (ImportStopped stopped) {
            report.stop(String.valueOf(stopped.getMessage()));
        }
        return report;
    }

    /** Asks it to stop before the next row, for the reason in the sentence; what is on its way is waited for. */
    public void stop(String sentence) {
        stoppedBecause = sentence;
        report.stop(sentence);
    }

    /** What has become of it so far. */
    public ImportReport report() {
        return report;
    }

    private final class Run implements SourceMapping.Receiver {

        private final ImportLanes lanes;

        Run(ImportLanes lanes) {
            this.lanes = lanes;
        }

        @Override
        public void item(ImportItem item) {
            String because = stoppedBecause;
            if (because != null) {
                throw new ImportStopped(because);
            }
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
