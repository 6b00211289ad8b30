package tenure.benchmark.view;

import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/** How many events there are. */
public final class EventCount implements View {

    private final LongAdder count = new LongAdder();

    @Override
    public void apply(List<Change> page) {
        count.add(page.size());
    }

    @Override
    public void clear() {
        count.reset();
    }

    /** How many there are. */
    public long count() {
        return count.sum();
    }
}
