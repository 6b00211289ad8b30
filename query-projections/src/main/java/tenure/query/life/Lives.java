package tenure.query.life;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tenure.query.life.LifeTable.Row;

/** Reads lives as they were known at a position. To be called within the transaction of an answer. */
@Component
public class Lives {

    private final LifeTable table;

    Lives(LifeTable table) {
        this.table = table;
    }

    /** A customer's life; one that nobody knew has no events. */
    public Life of(String customerId, long upTo) {
        var gathered = new Life.Gathered(customerId, upTo);
        table.rows(List.of(customerId), row -> gathered.add(row.packed()));
        return gathered.life();
    }

    /** What belongs to no customer: features, courses, templates, funnels, models. */
    public Life definitions(long upTo) {
        return of(Life.DEFINITIONS, upTo);
    }

    /** The lives of these customers, in the order of their ids; those of whom nothing was known are left out. */
    public void of(Collection<String> customerIds, long upTo, Consumer<Life> receiver) {
        var grouped = new Grouped(upTo, receiver);
        table.rows(customerIds, grouped::add);
        grouped.end();
    }

    /** All lives, in the order of the ids of their customers; those of whom nothing was known are left out. */
    public void each(long upTo, Consumer<Life> receiver) {
        var grouped = new Grouped(upTo, receiver);
        table.rows(grouped::add);
        grouped.end();
    }

    /** Grows whenever a life changes. */
    public long revision() {
        return table.revision();
    }

    /** Customers whose lives changed after a revision, the empty id among them when definitions did. */
    public Set<String> changedSince(long revision) {
        var changed = table.changedSince(revision);
        changed.remove(Life.NOBODY);
        return changed;
    }

    /** Hands on a life when its last row has come. */
    private static final class Grouped {

        private final long upTo;
        private final Consumer<Life> receiver;
        private Life.@Nullable Gathered gathered;

        Grouped(long upTo, Consumer<Life> receiver) {
            this.upTo = upTo;
            this.receiver = receiver;
        }

        void add(Row row) {
            var current = gathered;
            if (current == null || !current.customerId().equals(row.customerId())) {
                end();
                current = new Life.Gathered(row.customerId(), upTo);
                gathered = current;
            }
            current.add(row.packed());
        }

        void end() {
            if (gathered != null && Life.isCustomer(gathered.customerId())) {
                var life = gathered.life();
                if (life.lastPosition() > 0) {
                    receiver.accept(life);
                }
            }
        }
    }
}
