package tenure.query.customers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tenure.eventstore.drill.Drill;
import tenure.query.customers.CustomerRow.SeatUse;
import tenure.query.customers.FindCustomers.Status;
import tenure.query.customers.NaiveCustomers.Mistake;
import tenure.query.life.ProjectedLives;
import tenure.query.lifecycle.Lifecycles;
import tenure.query.lifecycle.Told;
import tenure.query.projection.ProjectedLog;
import tenure.query.shared.AsOf;
import tenure.query.shared.ExplainedFigures;
import tenure.query.shared.Figure;
import tenure.query.shared.Standpoint;

/** The rows of customers and a plain reading of the definitions say the same of random lives, from wherever one looks. */
class CustomersAgreeTest {

    private static final int STANDPOINTS = 10;

    private static final Drill DRILL = new Drill("views");
    private static final SplittableRandom RANDOM = DRILL.random(22);
    private static final int LIVES = DRILL.amount("lifecycles", 200);
    private static final Map<String, List<NaiveCustomers.Placed>> ABOUT = new HashMap<>();
    private static ProjectedLog log;
    private static List<Told> told;
    private static ProjectedCustomers customers;

    @BeforeAll
    static void project() {
        told = new Lifecycles(RANDOM.split()).of(LIVES);
        log = new ProjectedLog();
        log.recordMany(told);
        log.project(ProjectedLives.projection(log), () -> 1 + RANDOM.nextInt(512));
        customers = new ProjectedCustomers(log);
    }

    @AfterAll
    static void close() {
        log.close();
    }

    @Test
    void onEveryRow() {
        for (int i = 0; i < STANDPOINTS; i++) {
            var at = standpoint();
            var rows = rows(at);
            for (int number = i; number < LIVES; number += STANDPOINTS) {
                var customer = "customer-" + number;
                assertThat(rows.get(customer))
                        .as("%s from %s", customer, at)
                        .isEqualTo(
                                naive(customer, at, Mistake.NONE).row(at.asOf().day()));
            }
        }
    }

    @Test
    void onWhatAllComeTo() {
        for (int i = 0; i < 3; i++) {
            var at = standpoint();
            var day = at.asOf().day();
            long live = 0;
            long churned = 0;
            long seats = 0;
            var revenue = new TreeMap<String, Long>();
            for (int number = 0; number < LIVES; number++) {
                var row = naive("customer-" + number, at, Mistake.NONE).row(day);
                if (row != null) {
                    live += row.get("churnedOn") == null ? 1 : 0;
                    churned += row.get("churnedOn") == null ? 0 : 1;
                    seats += (long) row.get("seats");
                    revenue((Map<?, ?>) row.get("revenue"), revenue);
                }
            }
            var totals = customers.ask(answers -> answers.totals(at));
            var sums = new TreeMap<String, Long>();
            totals.monthlyRevenue().forEach(money -> sums.put(money.currency(), money.minorUnits()));
            assertThat(List.of(totals.customers(), totals.churnedCustomers(), totals.seats(), sums))
                    .as("from %s", at)
                    .isEqualTo(List.of(live, churned, seats, revenue));
        }
    }

    private static void revenue(Map<?, ?> row, Map<String, Long> sums) {
        row.forEach((currency, amount) -> sums.merge((String) currency, (Long) amount, Long::sum));
    }

    @Test
    void onWhatWasDoneDayByDay() {
        for (int i = 0; i < STANDPOINTS; i++) {
            var at = standpoint();
            var day = at.asOf().day();
            var customer = "customer-" + RANDOM.nextInt(LIVES);
            var naive = naive(customer, at, Mistake.NONE);
            var answer = customers.ask(
                    answers -> answers.usage(customer, Lifecycles.FIRST_DAY.minusDays(30), day.plusDays(1), at));
            if (naive.row(day) == null) {
                assertThat(answer).isEmpty();
                continue;
            }
            var days = new TreeMap<LocalDate, NaiveCustomers.Day>();
            answer.orElseThrow()
                    .days()
                    .forEach(used -> days.put(
                            used.day(), new NaiveCustomers.Day(used.activeUsers(), used.actions(), used.features())));
            assertThat(days).as("%s from %s", customer, at).isEqualTo(naive.use(day));
            customers.explained(figures -> ExplainedFigures.agree(answer.orElseThrow(), figures));
        }
    }

    @Test
    void andEveryFigureWithItsExplanation() {
        for (int i = 0; i < STANDPOINTS; i++) {
            var at = standpoint();
            var figures = new ArrayList<Figure>(ExplainedFigures.in(
                    customers.ask(answers -> answers.totals(at)).figures()));
            for (var row : customers.ask(answers -> answers.list(all(10), at)).customers()) {
                figures.add(row.usage());
                if (row.revenue() != null) {
                    figures.add(row.revenue());
                }
            }
            assertThat(customers.<Integer>explained(source -> ExplainedFigures.agree(figures, source)))
                    .isGreaterThan(3);
        }
    }

    @Test
    void whichAMistakeDoesNot() {
        var noticed = new EnumMap<Mistake, Integer>(Mistake.class);
        // Some mistakes show only where somebody was active on the very day, so standpoints go on until each was
        // noticed.
        for (int i = 0;
                i < 4
                        || i < 80
                                && noticed.values().stream()
                                                .filter(times -> times == 0)
                                                .count()
                                        > 1;
                i++) {
            var at = standpoint();
            var rows = rows(at);
            for (int number = 0; number < Math.min(LIVES, 25); number++) {
                var customer = "customer-" + number;
                for (var mistake : Mistake.values()) {
                    var same = Objects.equals(
                            rows.get(customer),
                            naive(customer, at, mistake).row(at.asOf().day()));
                    noticed.merge(mistake, same ? 0 : 1, Integer::sum);
                }
            }
        }
        assertThat(noticed).containsEntry(Mistake.NONE, 0);
        noticed.remove(Mistake.NONE);
        assertThat(noticed.values()).as("%s", noticed).allMatch(times -> times > 0);
    }

    private static NaiveCustomers naive(String customer, Standpoint at, Mistake mistake) {
        var about = ABOUT.computeIfAbsent(customer, id -> NaiveCustomers.about(id, told));
        return new NaiveCustomers(about, at.position(), mistake);
    }

    private static Standpoint standpoint() {
        return new Standpoint(
                new AsOf(Lifecycles.FIRST_DAY.plusDays(30 + RANDOM.nextInt(Lifecycles.DAYS))),
                RANDOM.nextInt(3) == 0 ? told.size() : told.size() / 4 + RANDOM.nextInt(told.size() * 3 / 4));
    }

    private static FindCustomers all(int limit) {
        return new FindCustomers(Status.ALL, null, null, null, null, null, CustomerSort.CUSTOMER_ID, false, 0, limit);
    }

    /** The rows by customer, as far as the plain reading knows them. */
    private static Map<String, Map<String, Object>> rows(Standpoint at) {
        var rows = new TreeMap<String, Map<String, Object>>();
        for (var row : customers.ask(answers -> answers.list(all(LIVES), at)).customers()) {
            var page = customers
                    .ask(answers -> answers.customer(row.customerId(), at))
                    .orElseThrow();
            assertThat(page.customer()).as("the row of its own page").isEqualTo(row);
            rows.put(row.customerId(), row(row, page));
        }
        return rows;
    }

    private static Map<String, Object> row(CustomerRow row, CustomerPage page) {
        var seen = new TreeMap<String, Object>();
        SeatUse use = row.seatUse();
        seen.put("registeredOn", row.registeredOn());
        seen.put("churnedOn", row.churnedOn());
        seen.put("owner", row.owner());
        seen.put("profile", page.profile());
        seen.put("seats", (long) row.seats());
        var revenue = new TreeMap<String, Long>();
        page.terms().stream()
                .filter(term -> term.state() == TermState.IN_FORCE && row.churnedOn() == null)
                .forEach(term -> revenue.merge(
                        term.monthlyRevenue().currency(), term.monthlyRevenue().minorUnits(), Long::sum));
        seen.put("revenue", revenue);
        seen.put("usage28", row.usage28());
        seen.put("activeUsers28", row.activeUsers28());
        seen.put("lastActiveOn", row.lastActiveOn());
        seen.put("active28", value(use.active28()));
        seen.put("trained", value(use.trained()));
        for (var step : page.steps()) {
            if (step.stage() != Stage.RENEWAL) {
                seen.put("stage " + step.stage().word(), step.reachedOn());
            }
        }
        return seen;
    }

    private static Integer value(Figure figure) {
        return figure == null ? null : (Integer) (int) figure.value();
    }
}
