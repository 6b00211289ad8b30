package tenure.app.cli;

import java.io.PrintWriter;
import java.net.URI;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tenure.command.imports.CustomerImport;
import tenure.command.imports.HttpCommandSink;
import tenure.command.imports.ImportProgress;
import tenure.command.imports.ImportReport;
import tenure.command.imports.SourceRefused;

/** One import of customer files; it reports even when it is asked to stop. */
final class ImportRun {
    /** A batch on its way may wait for a database that is away; whoever pressed Ctrl-C does not wait for that. */
    private static final long PATIENCE_SECONDS = 5;

    private static final long KILOBYTE = 1_000;

    private final CustomerFiles files;
    private final boolean dryRun;
    private final PrintWriter out;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile @Nullable CustomerImport running;
    private boolean reported;

    ImportRun(CustomerFiles files, boolean dryRun, PrintWriter out) {
        this.files = files;
        this.dryRun = dryRun;
        this.out = out;
    }

    /**
     * Imports into a running Tenure and prints the report.
     *
     * @return the exit code: 0 when everything is in, 1 when something was refused or the import broke off
     */
    int into(URI tenure) {
        try {
            var report = dryRun ? sendAndPrint(tenure) : sendWhileAutomationsWait(tenure);
            return report.exitStatus() == 0 ? 0 : 1;
        } catch (SourceRefused e) {
            throw new CommandProblem(String.valueOf(e.getMessage()), e);
        } finally {
            ended.countDown();
        }
    }

    private ImportReport sendWhileAutomationsWait(URI tenure) throws SourceRefused {
        try (var hold = new ImportHold(tenure, files.mapping().name(), out)) {
            var report = sendAndPrint(tenure);
            if (report.exitStatus() == ImportReport.STOPPED) {
                hold.keep();
            } else {
                hold.releaseAndRun();
            }
            return report;
        }
    }

    private ImportReport sendAndPrint(URI tenure) throws SourceRefused {
        var report = send(tenure);
        print(report);
        return report;
    }

    /** Stops it and returns once its report is printed. Does nothing before it begins and after it has ended. */
    void stop() {
        var stopping = running;
        if (stopping == null || ended.getCount() == 0) {
            return;
        }
        stopping.stop("It was asked to stop.");
        try {
            if (!ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                print(stopping.report());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private ImportReport send(URI tenure) throws SourceRefused {
        out.println((dryRun ? "Trying " : "Importing ") + files.files().place() + " …");
        out.flush();
        try (var display = ProgressDisplay.open(out, dryRun ? "Trying" : "Importing", "read", " kB", KILOBYTE)) {
            Consumer<ImportProgress> shown = progress -> display.show(
                    progress.bytesRead(),
                    progress.bytesTotal(),
                    String.format(Locale.ROOT, "%,d rows", progress.rows()));
            var sink = new HttpCommandSink(tenure, "import:" + files.mapping().name(), dryRun);
            var started = new CustomerImport(sink, dryRun, shown);
            running = started;
            return started.run(files.mapping(), files.files());
        }
    }

    private synchronized void print(ImportReport report) {
        if (!reported) {
            reported = true;
            out.print(report.asText());
            out.flush();
        }
    }
}
