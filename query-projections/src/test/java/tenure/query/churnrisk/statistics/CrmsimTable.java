package tenure.query.churnrisk.statistics;

import static tenure.query.churnrisk.statistics.Direction.FREE;
import static tenure.query.churnrisk.statistics.Direction.MORE_IS_RISKIER;
import static tenure.query.churnrisk.statistics.Direction.MORE_IS_SAFER;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Simple signals of the simulated CRM customers, each from days up to the one that is asked for. */
public final class CrmsimTable {

    private static final int WINDOW_DAYS = 28;

    private final Map<String, TreeMap<Integer, Use>> uses = new HashMap<>();
    private final Map<String, List<Term>> terms = new HashMap<>();
    private final Map<String, Integer> lostOn = new HashMap<>();
    private final List<String> accounts = new ArrayList<>();
    private final List<Integer> startedOn = new ArrayList<>();

    private record Use(int activeUsers, int events, long features) {}

    private record Term(int from, int to, int seats) {}

    public CrmsimTable() {
        var set = PublicSet.named("crmsim_public");
        for (var row : set.rows("accounts")) {
            accounts.add(row.get("account_id"));
            startedOn.add(day(row.get("signup_date")));
        }
        set.rows("churn").forEach(row -> lostOn.put(row.get("account_id"), day(row.get("churn_date"))));
        var features = set.rows("usage_daily").getFirst().keySet().stream()
                .filter(name -> !List.of("account_id", "date", "active_users", "events", "win_value", "lose_value")
                        .contains(name))
                .sorted()
                .toList();
        for (var row : set.rows("usage_daily")) {
            var used = IntStream.range(0, features.size())
                    .filter(feature -> !row.get(features.get(feature)).equals("0"))
                    .mapToLong(feature -> 1L << feature)
                    .sum();
            uses.computeIfAbsent(row.get("account_id"), _ -> new TreeMap<>())
                    .put(
                            day(row.get("date")),
                            new Use(
                                    Integer.parseInt(row.get("active_users")),
                                    Integer.parseInt(row.get("events")),
                                    used));
        }
        for (var row : set.rows("subscriptions")) {
            var from = LocalDate.parse(row.get("start_date"));
            var to = from.plusMonths(Integer.parseInt(row.get("bill_period_months")));
            terms.computeIfAbsent(row.get("account_id"), _ -> new ArrayList<>())
                    .add(new Term((int) from.toEpochDay(), (int) to.toEpochDay(), Integer.parseInt(row.get("seats"))));
        }
    }

    /** The customers that live at the end of these days. */
    public Observations on(int horizonDays, int... days) {
        var table = new Table(
                horizonDays,
                new Signal("active-days", MORE_IS_SAFER),
                new Signal("actions", MORE_IS_SAFER),
                new Signal("features", MORE_IS_SAFER),
                new Signal("active-users", MORE_IS_SAFER),
                new Signal("utilisation", MORE_IS_SAFER),
                new Signal("change-of-actions", MORE_IS_SAFER),
                new Signal("days-to-renewal", MORE_IS_SAFER),
                new Signal("silence-days", MORE_IS_RISKIER),
                new Signal("seats", FREE));
        for (var day : days) {
            for (var account = 0; account < accounts.size(); account++) {
                var lost = lostOn.getOrDefault(accounts.get(account), Integer.MAX_VALUE);
                var start = startedOn.get(account);
                if (start <= day && lost > day) {
                    table.add(account, day, day - start, lost, signals(accounts.get(account), start, day));
                }
            }
        }
        return table.observations();
    }

    private double[] signals(String account, int start, int day) {
        var history = uses.getOrDefault(account, new TreeMap<>()).headMap(day, true);
        var window = history.tailMap(day - WINDOW_DAYS, false);
        var actions = window.values().stream().mapToInt(Use::events).sum();
        var recent = window.tailMap(day - WINDOW_DAYS / 2, false).values().stream()
                .mapToInt(Use::events)
                .sum();
        var users = window.values().stream().mapToInt(Use::activeUsers).max().orElse(0);
        var features = window.values().stream().mapToLong(Use::features).reduce(0, (one, other) -> one | other);
        var term = terms.getOrDefault(account, List.of()).stream()
                .filter(each -> each.from <= day)
                .reduce((_, later) -> later);
        var seats = term.map(each -> (double) each.seats).orElse(Double.NaN);
        return new double[] {
            window.size(),
            actions,
            Long.bitCount(features),
            users,
            users / seats,
            day - start < WINDOW_DAYS || actions == 0 ? Double.NaN : (double) recent / actions,
            term.map(each -> (double) Math.max(0, each.to - day)).orElse(Double.NaN),
            day - (history.isEmpty() ? start : history.lastKey()),
            seats
        };
    }

    public static int day(String date) {
        return (int) LocalDate.parse(date).toEpochDay();
    }
}
