package tenure.benchmark.read;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A kind of question.
 *
 * @param name    in the table
 * @param aim     milliseconds that 99 of 100 should take at most; 0: there is none
 * @param address one of many such questions
 * @param sql     the same of the events themselves, in one statement; null: there is none
 */
record Ask(
        String name,
        double aim,
        Function<Choice, String> address,
        @Nullable Statement sql) {

    /** A statement with its values. */
    record Statement(String sql, Function<Choice, List<Object>> values) {}

    private static final String FUNNEL = """
            with invited as (
                select e.user_id, min(e.occurred_at) as at
                from eventstore.event e join eventstore.event_type t using (type_id)
                where t.name = 'user.invited' and e.occurred_at < ?::timestamptz group by e.user_id
                having min(e.occurred_at) >= ?::timestamptz and min(e.occurred_at) < ?::timestamptz),
            used as (
                select e.user_id, min(e.occurred_at) as at
                from eventstore.event e join eventstore.event_type t using (type_id)
                where t.name in ('usage.logged-on', 'usage.feature-used') and e.occurred_at < ?::timestamptz
                group by e.user_id),
            trained as (
                select e.user_id, max(e.occurred_at) as at
                from eventstore.event e join eventstore.event_type t using (type_id)
                where t.name = 'training.completed' and e.occurred_at < ?::timestamptz group by e.user_id)
            select count(*), count(u.at) filter (where u.at <= i.at + interval '90 days'),
                   count(c.at) filter (where c.at <= i.at + interval '90 days')
            from invited i left join used u using (user_id) left join trained c using (user_id)
            """;

    private static final String USE_OF_ALL = """
            select e.customer_id, count(*) filter (where e.occurred_at >= ?::timestamptz - interval '28 days') as uses,
                   count(distinct e.user_id) filter (where e.occurred_at >= ?::timestamptz - interval '28 days') as users,
                   max(e.occurred_at)
            from eventstore.event e join eventstore.event_type t using (type_id)
            where t.name in ('usage.logged-on', 'usage.feature-used') and e.occurred_at < ?::timestamptz
            group by e.customer_id order by uses desc limit 50
            """;

    private static final String ONE_CUSTOMER = """
            select t.name, count(*), min(e.occurred_at), max(e.occurred_at)
            from eventstore.event e join eventstore.event_type t using (type_id)
            where e.customer_id = ? group by t.name
            """;

    private static final String HISTORY = """
            select e.*, t.name from eventstore.event e join eventstore.event_type t using (type_id)
            where e.customer_id = ? order by e.position desc limit 50
            """;

    /** All kinds, in the order of the table. */
    static List<Ask> all() {
        return List.of(
                new Ask(
                        "onboarding funnel, any unit, cohort and horizon",
                        50,
                        choice -> "/api/v1/funnels/onboarding?" + funnel(choice) + "&asOf=" + choice.lastDay(),
                        new Statement(FUNNEL, choice -> {
                            var from = choice.month();
                            var end = choice.lastDay().plusDays(1).toString();
                            return List.of(
                                    end, from.toString(), from.plusMonths(1).toString(), end, end);
                        })),
                new Ask(
                        "the same by region, channel or industry",
                        50,
                        choice -> "/api/v1/funnels/onboarding/breakdown?" + funnel(choice) + "&property=profile."
                                + choice.of("region", "channel", "industry") + "&asOf=" + choice.lastDay(),
                        null),
                new Ask(
                        "the same funnel as of a past day",
                        150,
                        choice -> "/api/v1/funnels/onboarding?" + funnel(choice) + "&asOf=" + choice.pastDay(),
                        null),
                new Ask(
                        "portfolio, 50 rows in any order",
                        30,
                        choice -> "/api/v1/customers?limit=50&sort=" + choice.of("-", "")
                                + choice.of("name", "seats", "monthlyRevenue", "usage28", "renewsOn", "lastActiveOn")
                                + "&asOf=" + choice.lastDay(),
                        new Statement(USE_OF_ALL, choice -> {
                            var end = choice.lastDay().plusDays(1).toString();
                            return List.of(end, end, end);
                        })),
                new Ask(
                        "customer page",
                        30,
                        choice -> "/api/v1/customers/" + choice.customer() + "?asOf=" + choice.lastDay(),
                        new Statement(ONE_CUSTOMER, choice -> List.of(choice.customer()))),
                new Ask(
                        "page of a customer's history",
                        20,
                        choice ->
                                "/api/v1/customers/" + choice.customer() + "/history?limit=50&asOf=" + choice.lastDay(),
                        new Statement(HISTORY, choice -> List.of(choice.customer()))),
                ofCustomer("seats of a customer", "/seats", 0),
                ofCustomer("users of a customer", "/users", 0),
                ofCustomer("timeline of a customer", "/timeline", 0),
                ofCustomer("risk of a customer, day by day", "/risk", 20),
                ofAll("risk of all, ranked", "/api/v1/risk?limit=50", 50),
                ofAll("totals", "/api/v1/totals", 0),
                ofAll("seats of all", "/api/v1/seats", 0),
                ofAll("engagement of all", "/api/v1/engagement", 0),
                ofAll("revenue of twelve months", "/api/v1/revenue", 0));
    }

    private static Ask ofCustomer(String name, String read, double aim) {
        return new Ask(
                name,
                aim,
                choice -> "/api/v1/customers/" + choice.customer() + read + "?asOf=" + choice.lastDay(),
                null);
    }

    private static Ask ofAll(String name, String read, double aim) {
        return new Ask(
                name, aim, choice -> read + (read.contains("?") ? "&" : "?") + "asOf=" + choice.dayOfLate(), null);
    }

    private static String funnel(Choice choice) {
        var from = choice.month();
        return "unit=" + choice.of("users", "accounts", "seats") + "&horizon=" + choice.of("30", "60", "90") + "&from="
                + from + "&to=" + from.plusMonths(choice.number(1, 6));
    }
}
