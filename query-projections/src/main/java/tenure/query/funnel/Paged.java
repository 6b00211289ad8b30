package tenure.query.funnel;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import tenure.query.shared.FigureSource.Evidence;
import tenure.query.shared.FigureSource.EvidencePage;

/** Counts things, and keeps the evidence of those on one page. */
final class Paged {

    private final long after;
    private final int limit;
    private final List<Evidence> shown = new ArrayList<>();
    private long value;
    private long things;

    Paged(long after, int limit) {
        this.after = after;
        this.limit = limit;
    }

    /** Counts a thing; its evidence is made when it is on the page. */
    void add(long counts, Supplier<Evidence> evidence) {
        if (things >= after && shown.size() < limit) {
            shown.add(evidence.get());
        }
        things++;
        value += counts;
    }

    EvidencePage page() {
        return new EvidencePage(value, things, shown);
    }
}
