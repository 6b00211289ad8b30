package tenure.query.engagement;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tenure.query.shared.Figure;
import tenure.query.shared.Standpoint;

/** Counts units by what they are sorted into, each sorting once; a figure is what the units on its heaps add. */
final class Tally {

    private final Standpoint at;
    private final @Nullable String customerId;
    private final Map<Sorting, long[]> users = new LinkedHashMap<>();
    private final Map<Sorting, long[]> accounts = new LinkedHashMap<>();

    Tally(Standpoint at, @Nullable String customerId) {
        this.at = at;
        this.customerId = customerId;
    }

    /** Begins to count. The figure is there once all units have been added. */
    Supplier<Figure> count(Measure measure) {
        var heaps = (measure.ofUsers() ? users : accounts)
                .computeIfAbsent(measure.sorting(), sorting -> new long[sorting.heaps()]);
        return () -> figure(measure, heaps);
    }

    void add(Unit unit) {
        (unit.isUser() ? users : accounts).forEach((sorting, heaps) -> {
            int heap = sorting.heap(unit);
            if (heap != Sorting.NOWHERE) {
                heaps[heap]++;
            }
        });
    }

    private Figure figure(Measure measure, long[] heaps) {
        long value = 0;
        for (int heap = 0; heap < heaps.length; heap++) {
            value += heaps[heap] == 0 ? 0 : heaps[heap] * measure.adds().applyAsLong(heap);
        }
        return Figure.of(
                value,
                measure.name(),
                at,
                "customer",
                customerId,
                "subject",
                measure.subject(),
                "from",
                measure.from().toString());
    }
}
