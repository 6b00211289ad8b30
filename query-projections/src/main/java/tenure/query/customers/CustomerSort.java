package tenure.query.customers;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tenure.query.shared.CustomerRisks.CustomerRisk;
import tenure.query.shared.Money;
import tenure.query.shared.Refusals;

/** What rows can be ordered by; rows without a value come last, equal rows in the order of their ids. */
enum CustomerSort {
    CUSTOMER_ID("customerId", CustomerOnDay::customerId),
    NAME("name", row -> row.known().name().toLowerCase(Locale.ROOT)),
    STATUS("status", row -> row.status().word()),
    STAGE("stage", CustomerOnDay::stage),
    STAGE_DAYS("stageDays", CustomerOnDay::stageDays),
    PLAN("plan", CustomerOnDay::plan),
    OWNER("owner", row -> row.known().owner()),
    RATING("rating", row -> row.known().rating()),
    SEATS("seats", CustomerOnDay::seats),
    MONTHLY_REVENUE("monthlyRevenue", row -> amount(row.monthlyRevenue())),
    ACTIVE_28("active28", CustomerOnDay::active28),
    TRAINED("trained", CustomerOnDay::trained),
    ACTIVE_SHARE("activeShare", CustomerOnDay::activeShare),
    ACTIVITY_GAP("activityGap", row -> row.gap(row.active28())),
    ACTIVITY_GAP_MONEY("activityGapMoney", row -> money(row, row.active28())),
    TRAINING_GAP("trainingGap", row -> row.gap(row.trained())),
    TRAINING_GAP_MONEY("trainingGapMoney", row -> money(row, row.trained())),
    LAST_ACTIVE_ON("lastActiveOn", row -> day(row.recent().lastActiveOn())),
    USAGE_28("usage28", row -> row.recent().actions()),
    RENEWS_ON("renewsOn", row -> day(row.renewsOn())),
    REGISTERED_ON("registeredOn", row -> row.known().registeredOn()),
    CHURNED_ON(
            "churnedOn",
            row -> row.churn() == null ? null : (Integer) row.churn().day()),
    HEALTH("health", CustomerRisk::health, BigDecimal.class),
    RISK("risk", CustomerRisk::risk, BigDecimal.class),
    RISK_CHANGE("riskChange", CustomerRisk::change, BigDecimal.class),
    TOP_DRIVER("topDriver", CustomerRisk::topDriver, String.class);

    private final String parameter;

    @SuppressWarnings("ImmutableEnumChecker") // A function of what it is given, and nothing else.
    private final Key key;

    /** What a row is compared by. */
    private interface Key {
        @Nullable Comparable<?> of(CustomerOnDay row, Map<String, CustomerRisk> risks);
    }

    <C extends Comparable<C>> CustomerSort(String parameter, Function<CustomerOnDay, @Nullable C> key) {
        this.parameter = parameter;
        this.key = (row, risks) -> key.apply(row);
    }

    <C extends Comparable<C>> CustomerSort(
            String parameter, Function<CustomerRisk, @Nullable C> key, Class<C> comparedBy) {
        this.parameter = parameter;
        this.key = (row, risks) -> {
            var risk = risks.get(row.customerId());
            return risk == null ? null : comparedBy.cast(key.apply(risk));
        };
    }

    private static @Nullable Long amount(@Nullable Money money) {
        return money == null ? null : (Long) money.minorUnits();
    }

    private static @Nullable Integer day(int day) {
        return day == Days.NEVER ? null : (Integer) day;
    }

    /** Of several currencies the largest amount. */
    private static @Nullable Long money(CustomerOnDay row, @Nullable Integer have) {
        var gap = row.gap(have);
        return gap == null
                ? null
                : (Long) row.priceOf(gap).stream()
                        .mapToLong(Money::minorUnits)
                        .max()
                        .orElse(0);
    }

    static CustomerSort named(String name) {
        return Arrays.stream(values())
                .filter(candidate -> candidate.parameter.equals(name))
                .findFirst()
                .orElseThrow(() -> Refusals.badParameter(
                        "sort",
                        "UNKNOWN_VALUE",
                        "'sort' must be one of "
                                + Arrays.stream(values())
                                        .map(known -> known.parameter)
                                        .collect(Collectors.joining(", "))
                                + ", with '-' in front for descending."));
    }

    /** A row with what it is compared by, so that this is made once. */
    private record Keyed(@Nullable Comparable<?> key, CustomerOnDay row) {

        @SuppressWarnings("unchecked") // All keys of a sort are of one type.
        int compare(Keyed other, int direction) {
            if (key == null || other.key == null) {
                return Boolean.compare(key == null, other.key == null);
            }
            return direction * ((Comparable<Object>) key).compareTo(other.key);
        }
    }

    /** Whether rows are compared by what a model says of them. */
    boolean isOfRisk() {
        return compareTo(HEALTH) >= 0;
    }

    /**
     * The rows in this order.
     *
     * @param rows in the order of their ids
     */
    List<CustomerOnDay> sorted(CustomerOnDay[] rows, Map<String, CustomerRisk> risks, boolean descending) {
        int direction = descending ? -1 : 1;
        return Arrays.stream(rows)
                .map(row -> new Keyed(key.of(row, risks), row))
                .sorted((one, other) -> one.compare(other, direction))
                .map(Keyed::row)
                .toList();
    }
}
