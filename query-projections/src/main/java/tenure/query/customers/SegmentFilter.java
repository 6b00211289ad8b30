package tenure.query.customers;

import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tenure.domain.segment.event.SegmentDefined;
import tenure.domain.segment.event.SegmentDefined.Condition;

/**
 * Whether a customer belongs to a segment on a day: all its conditions must hold. What looks like a number on both sides is
 * compared as one. A property that is not known is nothing of all.
 */
final class SegmentFilter {

    private SegmentFilter() {}

    static boolean takes(SegmentDefined segment, CustomerOnDay customer) {
        return segment.conditions().stream()
                .allMatch(condition -> holds(condition, customer.property(condition.property())));
    }

    private static boolean holds(Condition condition, @Nullable String value) {
        if (value == null) {
            return condition.operator().equals("is-not");
        }
        var values = condition.values();
        return switch (condition.operator()) {
            case "is" -> values.stream().anyMatch(wanted -> compare(value, wanted) == 0);
            case "is-not" -> values.stream().noneMatch(wanted -> compare(value, wanted) == 0);
            case "at-least" -> compare(value, values.getFirst()) >= 0;
            case "less-than" -> compare(value, values.getFirst()) < 0;
            case "contains" -> values.stream().anyMatch(part -> lower(value).contains(lower(part)));
            default -> throw new IllegalArgumentException("No way to compare: " + condition.operator());
        };
    }

    private static int compare(String value, String wanted) {
        var one = number(value);
        var other = number(wanted);
        return one == null || other == null ? value.compareTo(wanted) : one.compareTo(other);
    }

    private static @Nullable BigDecimal number(String text) {
        // Most texts are none, and an exception for each would take longer than all else.
        if (text.isEmpty() || text.length() > 30 || "0123456789+-.".indexOf(text.charAt(0)) < 0) {
            return null;
        }
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
