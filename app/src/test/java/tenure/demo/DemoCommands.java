package tenure.demo;

import java.util.ArrayList;
import java.util.List;
import tenure.app.demo.DemoCompany;
import tenure.command.imports.ImportItem;
import tenure.command.imports.ImportProgress;
import tenure.command.imports.RowProblem;
import tenure.command.imports.SourceMapping;

/** All commands of a demo company, in the order in which they are handed over. */
final class DemoCommands implements SourceMapping.Receiver {

    private final List<ImportItem> items = new ArrayList<>();

    private DemoCommands() {}

    static List<ImportItem> of(DemoCompany company) {
        var commands = new DemoCommands();
        company.tell(commands);
        company.complete(commands);
        return commands.items;
    }

    @Override
    public void item(ImportItem item) {
        items.add(item);
    }

    @Override
    public void problem(RowProblem problem) {
        throw new AssertionError(problem);
    }

    @Override
    public void remark(String text, String file, long line) {
        throw new AssertionError(text);
    }

    @Override
    public void settle() {}

    @Override
    public void progress(ImportProgress progress) {}
}
