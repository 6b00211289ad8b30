package tenure.benchmark.view;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A row per customer, folded in memory and written by COPY at the end, as a rebuild may do it. */
public final class FoldedTable implements View {

    private final CustomerTable table;
    private final Map<String, CustomerRow> rows = new HashMap<>();

    /** Ends up in a table. */
    public FoldedTable(CustomerTable table) {
        this.table = table;
    }

    @Override
    public void apply(List<Change> page) {
        CustomerRow.fold(rows, page);
    }

    @Override
    public void finish() throws Exception {
        table.copy(rows.values());
    }

    @Override
    public void clear() {
        rows.clear();
        table.clear();
    }
}
