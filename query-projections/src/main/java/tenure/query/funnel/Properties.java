package tenure.query.funnel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tenure.domain.customer.event.CustomerRegistered;
import tenure.domain.customer.event.OwnerAssigned;
import tenure.domain.customer.event.ProfileChanged;
import tenure.query.life.LifeEvent;

/** What one customer can be told apart by, over time: its name, its owner, and its profile. */
final class Properties {

    static final String NAME = "name";
    static final String OWNER = "owner";
    static final String PROFILE = "profile.";

    /** A property from a moment on; null: it has none any more. */
    private record Value(long at, String property, @Nullable String value) {}

    private final List<Value> values = new ArrayList<>(4);

    /** Takes what an event says of the customer, if anything. */
    void add(LifeEvent event) {
        switch (event.event()) {
            case CustomerRegistered customer -> {
                add(event, NAME, customer.name());
                customer.profile().forEach((key, value) -> add(event, PROFILE + key, value));
            }
            case ProfileChanged changed -> {
                if (changed.name() != null) {
                    add(event, NAME, changed.name());
                }
                changed.removed().forEach(key -> add(event, PROFILE + key, null));
                changed.profile().forEach((key, value) -> add(event, PROFILE + key, value));
            }
            case OwnerAssigned assigned -> add(event, OWNER, assigned.owner());
            default -> {
                // Says nothing about the customer.
            }
        }
    }

    /** The same texts stand with many customers, and are kept once. */
    private void add(LifeEvent event, String property, @Nullable String value) {
        values.add(new Value(
                Micros.of(event.occurredAt()),
                property.intern(),
                value == null || property.equals(NAME) ? value : value.intern()));
    }

    /** Puts the values into the order in which they came to be; those of one moment stay in that of the log. */
    void sort() {
        values.sort(Comparator.comparingLong(Value::at));
    }

    /**
     * The value that a property had; null when it had none.
     *
     * @param before first moment at which it does not count
     */
    @Nullable String before(String property, long before) {
        for (int i = values.size() - 1; i >= 0; i--) {
            var value = values.get(i);
            if (value.at() < before && value.property().equals(property)) {
                return value.value();
            }
        }
        return null;
    }
}
