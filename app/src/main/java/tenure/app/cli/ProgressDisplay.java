package tenure.app.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Shows how far a long work is: a bar on a terminal, a line every tenth of the way elsewhere. */
final class ProgressDisplay implements AutoCloseable {
    private static final int TENTHS = 10;

    private final PrintWriter out;
    private final String done;
    private final @Nullable ProgressBar bar;
    private long tenthsShown;

    private ProgressDisplay(PrintWriter out, String done, @Nullable ProgressBar bar) {
        this.out = out;
        this.done = done;
        this.bar = bar;
    }

    /**
     * Begins with nothing done.
     *
     * @param task     what is being done, "Importing"
     * @param done     what is done with a part of it, "read"
     * @param unit     of the numbers beside the bar
     * @param unitSize how much of what {@link #show} is told makes one
     */
    static ProgressDisplay open(PrintWriter out, String task, String done, String unit, long unitSize) {
        // Whether there is a console without a terminal differs between versions of Java.
        var terminal =
                Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
        return new ProgressDisplay(out, done, terminal ? newBar(task, unit, unitSize) : null);
    }

    /** @param detail more that is known by now, "12 rows"; may be empty */
    void show(long part, long total, String detail) {
        if (bar != null) {
            bar.maxHint(total);
            bar.stepTo(part);
            bar.setExtraMessage(" " + detail);
        } else {
            showLine(part, total, detail);
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }

    private void showLine(long part, long total, String detail) {
        var tenths = part * TENTHS / Math.max(1, total);
        if (tenths > tenthsShown) {
            tenthsShown = tenths;
            out.println(String.format(Locale.ROOT, "%d %% %s", tenths * TENTHS, done)
                    + (detail.isEmpty() ? "" : ", " + detail));
            out.flush();
        }
    }

    private static ProgressBar newBar(String task, String unit, long unitSize) {
        return new ProgressBarBuilder()
                .setTaskName(task)
                .setStyle(ProgressBarStyle.ASCII)
                .setUnit(unit, unitSize)
                .setInitialMax(1)
                .build();
    }
}
