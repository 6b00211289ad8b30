package tenure.architecture.violation.command;

import tenure.architecture.violation.query.one.WidgetController;

/** Decides by a view, which may be behind. */
public class CommandThatReadsAView {
    WidgetController view;
}
