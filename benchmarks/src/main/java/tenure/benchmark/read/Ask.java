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

    private static final double FUNNEL_AIM = 50;
    private static final double FUNNEL_OF_PAST_AIM = 150;
    private static final double PAGE_AIM = 30;
    private static final double HISTORY_AIM = 20;
    private static final double RISK_AIM = 20;
    private static final double RISK_OF_ALL_AIM = 50;

    /** All kinds, in the order of the table. */
    static List<Ask> all() {
        return List.of(
                new Ask(
                        "onboarding funnel, any unit, entry and horizon",
                        FUNNEL_AIM,
                        choice -> "/api/v1/funnels/onboarding?" + funnel(choice) + "&asOf=" + choice.lastDay(),
                        EventQueries.FUNNEL),
                new Ask(
                        "the same by region, channel or industry",
                        FUNNEL_AIM,
                        choice -> "/api/v1/funnels/onboarding/breakdown?" + funnel(choice) + "&by=profile."
                                + choice.of("region", "channel", "industry") + "&asOf=" + choice.lastDay(),
                        null),
                new Ask(
                        "the same funnel as of a past day",
                        FUNNEL_OF_PAST_AIM,
                        choice -> "/api/v1/funnels/onboarding?" + funnel(choice) + "&asOf=" + choice.pastDay(),
                        null),
                new Ask(
                        "portfolio, 50 rows in any order",
                        PAGE_AIM,
                        choice -> "/api/v1/customers?limit=50&sort=" + choice.of("-", "")
                                + choice.of("name", "seats", "monthlyRevenue", "usage28", "renewsOn", "lastActiveOn")
                                + "&asOf=" + choice.lastDay(),
                        EventQueries.USE_OF_ALL),
                new Ask(
                        "portfolio of one of the last thirty days",
                        0,
                        choice -> "/api/v1/customers?limit=50&asOf=" + choice.dayOfLate(),
                        null),
                new Ask(
                        "customer page",
                        PAGE_AIM,
                        choice -> "/api/v1/customers/" + choice.customer() + "?asOf=" + choice.lastDay(),
                        EventQueries.ONE_CUSTOMER),
                new Ask(
                        "page of a customer's history",
                        HISTORY_AIM,
                        choice ->
                                "/api/v1/customers/" + choice.customer() + "/history?limit=50&asOf=" + choice.lastDay(),
                        EventQueries.HISTORY),
                ofCustomer("timeline of a customer", "timeline"),
                ofCustomer("seats of a customer", "seats"),
                ofCustomer("users of a customer", "users"),
                ofCustomer("breadth of a customer", "breadth"),
                ofCustomer("tickets of a customer", "tickets"),
                ofCustomer("onboarding of a customer", "onboarding"),
                ofCustomer("risk of a customer, 182 days", RISK_AIM, "risk"),
                ofAll("risk of all, ranked", RISK_OF_ALL_AIM, "risk"),
                ofAll("totals", "totals"),
                ofAll("seats of all", "seats"),
                ofAll("seats by month", "seats/months"),
                ofAll("engagement of all", "engagement"),
                ofAll("retention of all", "retention"),
                ofAll("activation of all", "activation"),
                ofAll("onboarding of all", "onboarding"),
                ofAll("support of all", "support"),
                ofAll("revenue", "revenue"),
                ofAll("revenue by cohort", "revenue/retention"),
                ofAll("renewals", "revenue/renewals"));
    }

    private static Ask ofCustomer(String name, String read) {
        return ofCustomer(name, 0, read);
    }

    private static Ask ofCustomer(String name, double aim, String read) {
        return new Ask(
                name,
                aim,
                choice -> "/api/v1/customers/" + choice.customer() + "/" + read + "?asOf=" + choice.lastDay(),
                null);
    }

    private static Ask ofAll(String name, String read) {
        return ofAll(name, 0, read);
    }

    private static Ask ofAll(String name, double aim, String read) {
        return new Ask(name, aim, choice -> "/api/v1/" + read + "?asOf=" + choice.dayOfLate(), null);
    }

    private static String funnel(Choice choice) {
        var from = choice.month();
        return "unit=" + choice.of("users", "accounts", "seats") + "&horizon=" + choice.of("30", "60", "90") + "&from="
                + from + "&to=" + from.plusMonths(choice.number(1, 6));
    }
}
