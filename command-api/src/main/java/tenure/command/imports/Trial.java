package tenure.command.imports;

import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tenure.command.imports.ItemOutcome.Status;

/**
 * Remembers what a dry run would have made. A dry run stores nothing, so an item that builds on an earlier one, such as a
 * sale to a customer of the same import, is refused by the door although nothing is wrong with it.
 */
final class Trial {

    private static final String UNKNOWN = "UNKNOWN_";
    private static final String ID = "Id";

    private final Set<String> streams = ConcurrentHashMap.newKeySet();

    /** Remembers a stream, such as {@code customer/P-1}, that would be there now. */
    void made(String stream) {
        streams.add(stream);
    }

    /** The outcome; or, when the item was refused only because an earlier one is not stored, that it was not tried. */
    ItemOutcome judged(ImportItem item, ItemOutcome outcome) {
        if (!outcome.code().startsWith(UNKNOWN)) {
            return outcome;
        }
        String kind = outcome.code().substring(UNKNOWN.length()).toLowerCase(Locale.ROOT);
        boolean wouldBeKnown = item.body()
                .valueStream()
                .anyMatch(value -> value.isString() && streams.contains(kind + "/" + value.stringValue()));
        if (!wouldBeKnown) {
            return outcome;
        }
        // What it makes itself, such as the license of a sale, would be known to the items after it.
        item.body().properties().forEach(field -> {
            if (field.getKey().endsWith(ID) && field.getValue().isString()) {
                made(field.getKey().substring(0, field.getKey().length() - ID.length()) + "/"
                        + field.getValue().stringValue());
            }
        });
        return ItemOutcome.of(Status.UNTRIED);
    }
}
