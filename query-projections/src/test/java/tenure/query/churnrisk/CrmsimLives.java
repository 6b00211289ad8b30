package tenure.query.churnrisk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tenure.domain.customer.event.CustomerChurned;
import tenure.domain.customer.event.CustomerRegistered;
import tenure.domain.license.event.LicenseCancelled;
import tenure.domain.license.event.LicenseRenewed;
import tenure.domain.license.event.LicenseSold;
import tenure.domain.usage.event.UsageDayReported;
import tenure.query.churnrisk.statistics.PublicSet;
import tenure.query.life.Life;
import tenure.query.life.LifeEvent;

/** The simulated CRM customers as the import of the product tells them. */
public final class CrmsimLives {

    private static final List<String> NO_FEATURES =
            List.of("account_id", "date", "active_users", "events", "win_value", "lose_value");

    private final Map<String, List<Record>> told = new TreeMap<>();

    private CrmsimLives() {
        var set = PublicSet.named("crmsim_public");
        for (var row : set.rows("accounts")) {
            var day = LocalDate.parse(row.get("signup_date"));
            tell(row.get("account_id"))
                    .add(new CustomerRegistered(row.get("account_id"), row.get("account_id"), day, Map.of(), at(day)));
        }
        var churned = new TreeMap<String, LocalDate>();
        set.rows("churn").forEach(row -> churned.put(row.get("account_id"), LocalDate.parse(row.get("churn_date"))));
        var ends = new TreeMap<String, LocalDate>();
        set.rows("subscriptions").stream()
                .sorted(Comparator.comparing(row -> row.get("start_date")))
                .forEach(row -> term(row, ends));
        churned.forEach((id, day) -> {
            if (ends.containsKey(id) && day.isBefore(ends.get(id))) {
                tell(id).add(new LicenseCancelled(id, id, day, at(day)));
            }
            tell(id).add(new CustomerChurned(id, day, "unknown", "", at(day)));
        });
        set.rows("usage_daily").forEach(this::use);
    }

    private List<Record> tell(String id) {
        return told.computeIfAbsent(id, _ -> new ArrayList<>());
    }

    private void term(Map<String, String> row, Map<String, LocalDate> ends) {
        var id = row.get("account_id");
        var from = LocalDate.parse(row.get("start_date"));
        var told = LocalDate.parse(row.get("end_date"));
        var sold = from.plusMonths(Integer.parseInt(row.get("bill_period_months")));
        var to = told.isAfter(sold) ? told : sold;
        int seats = Integer.parseInt(row.get("seats"));
        long price = Math.round(Double.parseDouble(row.get("mrr")) * 100 / seats);
        tell(id).add(
                        ends.put(id, to) == null
                                ? new LicenseSold(
                                        id, id, "crm", row.get("plan"), seats, price, "USD", from, to, false, at(from))
                                : new LicenseRenewed(
                                        id, id, row.get("plan"), seats, price, "USD", from, to, false, at(from)));
    }

    private void use(Map<String, String> row) {
        var day = LocalDate.parse(row.get("date"));
        var features = new TreeMap<String, Long>();
        row.forEach((name, count) -> {
            if (!NO_FEATURES.contains(name) && !count.equals("0")) {
                features.put(name, Long.parseLong(count));
            }
        });
        tell(row.get("account_id"))
                .add(new UsageDayReported(
                        row.get("account_id"),
                        day,
                        Integer.parseInt(row.get("active_users")),
                        Long.parseLong(row.get("events")),
                        features,
                        null,
                        at(day).plusSeconds(86_399)));
    }

    private static Instant at(LocalDate day) {
        return Instant.ofEpochSecond(day.toEpochDay() * 86_400);
    }

    /** All lives, in the order of their ids; events are recorded in the order in which they occurred. */
    public static List<Life> all() {
        var lives = new ArrayList<Life>();
        new CrmsimLives().told.forEach((id, events) -> lives.add(life(id, events)));
        return lives;
    }

    static Life life(String id, List<Record> events) {
        var ordered = new ArrayList<LifeEvent>();
        events.forEach(event -> ordered.add(new LifeEvent(0, occurredAt(event), event)));
        ordered.sort(Comparator.comparing(LifeEvent::occurredAt));
        for (int i = 0; i < ordered.size(); i++) {
            ordered.set(
                    i,
                    new LifeEvent(
                            i + 1L, ordered.get(i).occurredAt(), ordered.get(i).event()));
        }
        return new Life(id, ordered.size(), List.copyOf(ordered));
    }

    private static Instant occurredAt(Record event) {
        try {
            return (Instant) event.getClass().getMethod("occurredAt").invoke(event);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
