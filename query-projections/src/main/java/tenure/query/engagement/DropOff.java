package tenure.query.engagement;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tenure.query.shared.Figure;
import tenure.query.shared.Rate;

/**
 * Whether users stop after a feature. A user drops off whose last active day comes within 14 days after a reference day;
 * that is known 28 days after it. The reference day of who used the feature is the day of the first use. Who never used it
 * is compared in each week since creation with those who first used the feature in that week of theirs; the reference day
 * then is the first active day of that week.
 *
 * @param position   what was recorded after it did not count
 * @param customerId the customer asked about; null: all
 * @param users      who used the feature
 * @param open       of these, whose first use is not 28 days ago
 * @param unmatched  of the others, who have nobody to be compared with
 * @param droppedOff of those who can be compared, who dropped off
 * @param compared   weeks of others with which they were compared
 * @param expected   the share that would have dropped off at the rate of the others; null when nobody can be compared
 * @param difference the share that dropped off, less that
 */
public record DropOff(
        LocalDate asOf,
        long position,
        String feature,
        @Nullable String customerId,
        Figure users,
        Figure open,
        Figure unmatched,
        Rate droppedOff,
        Figure compared,
        @Nullable BigDecimal expected,
        @Nullable BigDecimal difference) {}
