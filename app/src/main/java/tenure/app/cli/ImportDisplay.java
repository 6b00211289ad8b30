package tenure.app.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import tenure.command.imports.ImportProgress;

/** Shows how far an import is: a bar on a terminal, a line every tenth of the way elsewhere. */
final class ImportDisplay implements AutoCloseable {
    private static final int TENTHS = 10;
    private static final long KILOBYTE = 1_000;

    private final PrintWriter out;
    private final @Nullable ProgressBar bar;
    private long tenthsShown;

    private ImportDisplay(PrintWriter out, @Nullable ProgressBar bar) {
        this.out = out;
        this.bar = bar;
    }

    static ImportDisplay open(PrintWriter out) {
        // Whether there is a console without a terminal differs between versions of Java.
        var terminal =
                Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
        return new ImportDisplay(out, terminal ? newBar() : null);
    }

    void show(ImportProgress progress) {
        if (bar != null) {
            bar.maxHint(progress.bytesTotal());
            bar.stepTo(progress.bytesRead());
            bar.setExtraMessage(String.format(Locale.ROOT, " %,d rows", progress.rows()));
        } else {
            showLine(progress);
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }

    private void showLine(ImportProgress progress) {
        var tenths = progress.bytesRead() * TENTHS / Math.max(1, progress.bytesTotal());
        if (tenths > tenthsShown) {
            tenthsShown = tenths;
            out.println(String.format(Locale.ROOT, "%d %% read, %,d rows", tenths * TENTHS, progress.rows()));
            out.flush();
        }
    }

    private static ProgressBar newBar() {
        return new ProgressBarBuilder()
                .setTaskName("Importing")
                .setStyle(ProgressBarStyle.ASCII)
                .setUnit(" kB", KILOBYTE)
                .setInitialMax(1)
                .build();
    }
}
