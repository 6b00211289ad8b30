package tenure.command.imports;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Sends the rows of a source as commands. Every command has a key of its row, so an import can be repeated. */
public final class CustomerImport {

    private final CommandSink sink;
    private final Consumer<ImportProgress> progress;

    /** Sends to the sink and tells how far it is, after every row. */
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
        var run = new Run();
        try {
            mapping.read(directory, run);
            run.send();
        } catch (ImportStopped stopped) {
            run.report.stop(String.valueOf(stopped.getMessage()));
        }
        return run.report;
    }

    private final class Run implements SourceMapping.Receiver {

        private final ImportReport report = new ImportReport();
        private final List<ImportItem> waiting = new ArrayList<>(CommandSink.MOST);

        @Override
        public void item(ImportItem item) {
            waiting.add(item);
            if (waiting.size() == CommandSink.MOST) {
                send();
            }
        }

        @Override
        public void problem(RowProblem problem) {
            report.add(problem);
        }

        @Override
        public void progress(ImportProgress made) {
            progress.accept(made);
        }

        private void send() {
            if (!waiting.isEmpty()) {
                List<ItemOutcome> outcomes = sink.send(List.copyOf(waiting));
                for (int index = 0; index < waiting.size(); index++) {
                    report.count(waiting.get(index), outcomes.get(index));
                }
                waiting.clear();
            }
        }
    }
}
