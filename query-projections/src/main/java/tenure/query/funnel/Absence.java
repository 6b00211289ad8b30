package tenure.query.funnel;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Since when customers and their people are gone. */
final class Absence {

    private Absence() {}

    /**
     * When somebody left; null when it is there. A person is gone with its customer.
     *
     * @param occurrences what happened at the customer, in its order
     * @param userId      the person; null: the customer itself
     */
    static @Nullable Instant since(List<Occurrence> occurrences, @Nullable String userId) {
        Instant customerLeft = null;
        Instant userLeft = null;
        var erased = false;
        for (var occurrence : occurrences) {
            var at = occurrence.occurredAt();
            switch (occurrence.event()) {
                case "customer.churned" -> customerLeft = at;
                case "customer.won-back" -> customerLeft = null;
                case "user.deactivated", "user.erased" -> {
                    if (occurrence.userId().equals(userId) && !erased) {
                        userLeft = at;
                        erased = occurrence.event().equals("user.erased");
                    }
                }
                case "user.reactivated" -> {
                    if (occurrence.userId().equals(userId) && !erased) {
                        userLeft = null;
                    }
                }
                default -> {
                    // Nobody comes or goes.
                }
            }
        }
        if (customerLeft == null || userLeft == null) {
            return customerLeft == null ? userLeft : customerLeft;
        }
        return customerLeft.isBefore(userLeft) ? customerLeft : userLeft;
    }
}
