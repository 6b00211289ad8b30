package tenure.command.imports;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Sends the rows of a source as commands, once. Every command has a key of its row, so an import can be repeated.
 */
public final class CustomerImport {

    private final CommandSink sink;
    private final Consumer<ImportProgress> progress;
    private final ImportReport report;
    private volatile @Nullable String stoppedBecause;

    /** Sends to the sink, from several threads at once, and tells how far it is, after every row. */
    public CustomerImport(CommandSink sink, Consumer<ImportProgress> progress) {
        this(sink, false, progress);
    }

    /**
     * The same, perhaps for trial.
     *
     * @param dryRun whether the sink stores nothing, so that the report says what would be
     */
    public CustomerImport(CommandSink sink, boolean dryRun, Consumer<ImportProgress> progress) {
        this.sink = sink;
        this.report = new ImportReport(dryRun);
        this.progress = progress;
    }

    /**
     * Imports the files.
     *
     * @throws SourceRefused when they cannot be imported at all; nothing was sent then
     */
    public ImportReport run(SourceMapping mapping, SourceFiles files) throws SourceRefused {
        return run(receiver -> mapping.read(files, receiver));
    }

    /**
     * Imports from anything that hands over commands.
     *
     * @throws SourceRefused when it cannot be imported at all; nothing was sent then
     */
    public ImportReport run(Source source) throws SourceRefused {
        try (var lanes = new ImportLanes(sink, report)) {
            source.handOver(new Run(lanes));
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

    /** Hands over commands, those about one subject in the order of time. */
    @FunctionalInterface
    public interface Source {
        /** Hands over all of them. */
        void handOver(SourceMapping.Receiver receiver) throws SourceRefused;
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
        public void remark(String text, String file, long line) {
            report.remark(text, file, line);
        }

        @Override
        public void settle() {
            lanes.sendRest();
        }

        @Override
        public void progress(ImportProgress made) {
            progress.accept(made);
        }
    }
}
