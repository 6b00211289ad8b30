package tenure.query.churnrisk.statistics;

import static tenure.query.churnrisk.statistics.CrmsimTable.day;
import static tenure.query.churnrisk.statistics.Direction.FREE;
import static tenure.query.churnrisk.statistics.Direction.MORE_IS_RISKIER;
import static tenure.query.churnrisk.statistics.Direction.MORE_IS_SAFER;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** Simple signals of the RavenStack accounts, each from days up to the one that is asked for. A loss is the next churn event. */
final class RavenstackTable {

    private static final int WINDOW_DAYS = 30;

    private final List<Map<String, String>> accounts;
    private final Map<String, TreeMap<Integer, double[]>> uses = new HashMap<>();
    private final Map<String, TreeMap<Integer, double[]>> tickets = new HashMap<>();
    private final Map<String, TreeMap<Integer, double[]>> subscriptions = new HashMap<>();
    private final Map<String, TreeMap<Integer, double[]>> losses = new HashMap<>();

    RavenstackTable() {
        var set = PublicSet.named("ravenstack");
        accounts = set.rows("ravenstack_accounts");
        var accountOf = new HashMap<String, String>();
        for (var row : set.rows("ravenstack_subscriptions")) {
            accountOf.put(row.get("subscription_id"), row.get("account_id"));
            count(subscriptions, row.get("account_id"), row.get("start_date"), 1, 0);
        }
        for (var row : set.rows("ravenstack_feature_usage")) {
            count(
                    uses,
                    accountOf.get(row.get("subscription_id")),
                    row.get("usage_date"),
                    Double.parseDouble(row.get("usage_count")),
                    Double.parseDouble(row.get("error_count")));
        }
        set.rows("ravenstack_support_tickets")
                .forEach(row -> count(tickets, row.get("account_id"), row.get("submitted_at"), 1, 0));
        set.rows("ravenstack_churn_events")
                .forEach(row -> count(losses, row.get("account_id"), row.get("churn_date"), 1, 0));
    }

    private static void count(
            Map<String, TreeMap<Integer, double[]>> table, String account, String date, double first, double second) {
        var counts =
                table.computeIfAbsent(account, _ -> new TreeMap<>()).computeIfAbsent(day(date), _ -> new double[2]);
        counts[0] += first;
        counts[1] += second;
    }

    Observations on(int horizonDays, int... days) {
        var table = new Table(
                horizonDays,
                new Signal("use", MORE_IS_SAFER),
                new Signal("silence-days", MORE_IS_RISKIER),
                new Signal("errors", MORE_IS_RISKIER),
                new Signal("tickets", MORE_IS_RISKIER),
                new Signal("subscriptions-sold", FREE),
                new Signal("seats", FREE));
        for (var day : days) {
            for (var account = 0; account < accounts.size(); account++) {
                var row = accounts.get(account);
                var start = day(row.get("signup_date"));
                if (start <= day) {
                    table.add(
                            account, day, day - start, nextLoss(row.get("account_id"), day), signals(row, start, day));
                }
            }
        }
        return table.observations();
    }

    private int nextLoss(String account, int day) {
        var next = losses.getOrDefault(account, new TreeMap<>()).higherKey(day);
        return next == null ? Integer.MAX_VALUE : next;
    }

    private double[] signals(Map<String, String> row, int start, int day) {
        var account = row.get("account_id");
        var lastUse = uses.getOrDefault(account, new TreeMap<>()).floorKey(day);
        return new double[] {
            sum(uses, account, day - WINDOW_DAYS, day, counts -> counts[0]),
            day - (lastUse == null ? start : Math.max(start, lastUse)),
            sum(uses, account, day - WINDOW_DAYS, day, counts -> counts[1]),
            sum(tickets, account, day - WINDOW_DAYS, day, counts -> counts[0]),
            sum(subscriptions, account, Integer.MIN_VALUE, day, counts -> counts[0]),
            Double.parseDouble(row.get("seats"))
        };
    }

    private static double sum(
            Map<String, TreeMap<Integer, double[]>> table,
            String account,
            int after,
            int until,
            ToDoubleFunction<double[]> count) {
        return table.getOrDefault(account, new TreeMap<>()).subMap(after, false, until, true).values().stream()
                .mapToDouble(count)
                .sum();
    }
}
