package tenure.command.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps everything that a mapping hands over. */
final class ReceivedItems implements SourceMapping.Receiver {

    final List<ImportItem> items = new ArrayList<>();
    final List<RowProblem> problems = new ArrayList<>();
    final Map<String, Integer> remarks = new LinkedHashMap<>();

    /** How many items there were each time when they were to be sent before the next. */
    final List<Integer> settledAt = new ArrayList<>();

    @Override
    public void item(ImportItem item) {
        items.add(item);
    }

    @Override
    public void problem(RowProblem problem) {
        problems.add(problem);
    }

    @Override
    public void remark(String text, String file, long line) {
        remarks.merge(text, 1, Integer::sum);
    }

    @Override
    public void settle() {
        settledAt.add(items.size());
    }

    @Override
    public void progress(ImportProgress progress) {}
}
