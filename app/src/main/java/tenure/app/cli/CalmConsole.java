package tenure.app.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.filter.ThresholdFilter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import org.slf4j.LoggerFactory;

/**
 * Shows warnings and errors of a running Tenure on the console, a line each; the file has the rest.
 *
 * <p>Switched on once Tenure is ready: whatever goes wrong before is told as one sentence by the command itself.
 */
final class CalmConsole {
    private CalmConsole() {}

    static void open() {
        if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) {
            return;
        }
        var line = new PatternLayoutEncoder();
        line.setContext(context);
        line.setPattern("%d{HH:mm:ss} %level %msg%nopex%n");
        line.start();

        var threshold = new ThresholdFilter();
        threshold.setLevel(Level.WARN.levelStr);
        threshold.start();

        var console = new ConsoleAppender<ILoggingEvent>();
        console.setContext(context);
        console.setTarget("System.err");
        console.setEncoder(line);
        console.addFilter(threshold);
        console.start();
        context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(console);
    }
}
