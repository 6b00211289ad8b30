package tenure.query.revenue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tenure.eventstore.drill.Drill;
import tenure.query.life.ProjectedLives;
import tenure.query.lifecycle.Lifecycles;
import tenure.query.lifecycle.Told;
import tenure.query.projection.ProjectedLog;
import tenure.query.revenue.NaiveRevenue.Error;
import tenure.query.revenue.Revenue.RevenuePeriod;
import tenure.query.revenue.RevenueRetention.Unit;
import tenure.query.shared.AsOf;
import tenure.query.shared.ExplainedFigures;
import tenure.query.shared.Standpoint;

/** The view of revenue and a plain reading of the definitions say the same of random lives, from wherever one looks. */
class RevenueAgreesTest {

    private static final int STANDPOINTS = 12;

    private static final Drill DRILL = new Drill("views");
    private static final SplittableRandom RANDOM = DRILL.random(12);
    private static ProjectedLog log;
    private static List<Told> told;
    private static RevenueReader revenue;
    private static RenewalReader renewals;
    private static CohortReader cohorts;

    @BeforeAll
    static void project() {
        told = new Lifecycles(RANDOM.split()).of(DRILL.amount("lifecycles", 200));
        log = new ProjectedLog();
        log.recordMany(told);
        var accounts = new RevenueAccounts(ProjectedLives.views(log));
        revenue = new RevenueReader(accounts);
        renewals = new RenewalReader(accounts);
        cohorts = new CohortReader(accounts);
        log.project(ProjectedLives.projection(log), () -> 1 + RANDOM.nextInt(512));
    }

    @AfterAll
    static void close() {
        log.close();
    }

    @Test
    void onWhatBecameOfTheRevenueOfADay() {
        for (int i = 0; i < STANDPOINTS; i++) {
            var at = standpoint();
            var query = query(at, i % 3 == 0 ? "plan" : i % 3 == 1 ? "industry" : null);
            var answer = revenue.read(query, at);
            var naive = naive(at, Error.NONE);

            assertThat(moved("", answer.whole(), true))
                    .as("%s from %s", query, at)
                    .isEqualTo(naive.moved(query.from(), query.whole().comparedOn(at.asOf()), query.gap(), null));
            for (var month :
                    answer.months().subList(0, Math.min(2, answer.months().size()))) {
                assertThat(moved("", month, true))
                        .as("%s from %s", month.from(), at)
                        .isEqualTo(naive.moved(month.from(), month.comparedOn(), query.gap(), null));
            }
            if (query.breakdown() != null) {
                var groups = new TreeMap<String, Long>();
                answer.groups()
                        .forEach(group -> groups.putAll(moved(String.valueOf(group.value()), group.period(), false)));
                assertThat(groups)
                        .as("%s from %s", query, at)
                        .isEqualTo(naive.moved(
                                query.from(), query.whole().comparedOn(at.asOf()), query.gap(), query.breakdown()));
            }
        }
    }

    @Test
    void onWhatCameOfRenewals() {
        for (int i = 0; i < STANDPOINTS; i++) {
            var at = standpoint();
            var from = Lifecycles.FIRST_DAY.plusDays(RANDOM.nextInt(Lifecycles.DAYS));
            var to = from.plusDays(1 + RANDOM.nextInt(200));
            var gap = RANDOM.nextInt(20);
            var found = renewals.read(new RenewalReader.Query(from, to, gap, null, 0, Integer.MAX_VALUE), at);
            var lines = new TreeSet<String>();
            found.renewals().forEach(due -> lines.add(line(due)));

            assertThat(lines)
                    .as("%s to %s, gap %s, from %s", from, to, gap, at)
                    .isEqualTo(naive(at, Error.NONE).renewals(from, to, gap));
            found.currencies()
                    .forEach(sums -> assertThat(sums.due().value())
                            .isEqualTo(sums.open().value()
                                    + sums.lost().value()
                                    + sums.downsell().value()
                                    + sums.kept().value()));
        }
    }

    private static String line(Renewals.DueRenewal due) {
        var line = due.customerId() + " " + due.licenseId() + " " + due.dueOn() + " "
                + due.target().minorUnits() + " " + due.outcome().word();
        return switch (due.outcome()) {
            case LOST -> line;
            case OPEN -> line + " " + (due.notice() ? "notice" : "");
            default -> line + " " + due.renewed().minorUnits();
        };
    }

    @Test
    void onCohorts() {
        for (int i = 0; i < STANDPOINTS; i++) {
            var at = standpoint();
            var unit = i % 2 == 0 ? Unit.ACCOUNTS : Unit.REVENUE;
            var from = Lifecycles.FIRST_DAY;
            var to = at.asOf().day().plusDays(1);
            var gap = RANDOM.nextInt(20);
            if (!from.isBefore(to)) {
                continue;
            }
            var cells = new TreeMap<String, Long>();
            for (var drawn : cohorts.read(new CohortReader.Query(unit, from, to, gap, null), at)
                    .tables()) {
                for (var cohort : drawn.cohorts()) {
                    var key = (drawn.currency() == null ? "" : drawn.currency()) + " " + cohort.month() + " ";
                    cells.put(key + "members", cohort.customers().value());
                    for (int months = 0; months < cohort.cells().size(); months++) {
                        var cell = cohort.cells().get(months);
                        if (cell != null) {
                            cells.put(key + months, cell.of().value());
                        }
                    }
                }
            }
            assertThat(cells)
                    .as("%s, gap %s, from %s", unit, gap, at)
                    .isEqualTo(naive(at, Error.NONE).cohorts(unit == Unit.REVENUE, from, to, gap));
        }
    }

    @Test
    void andEveryFigureWithItsExplanation() {
        var at = standpoint();
        var query = query(at, "plan");
        assertThat(ExplainedFigures.agree(revenue.read(query, at), new RevenueFigures(revenue, renewals, cohorts)))
                .isGreaterThan(20);
    }

    @Test
    void whichAPlantedErrorDoesNot() {
        var caught = new TreeMap<Error, Integer>();
        for (int i = 0; i < STANDPOINTS; i++) {
            var at = standpoint();
            var query = query(at, null);
            var answer = moved("", revenue.read(query, at).whole(), true);
            for (var error : List.of(Error.RETENTION_WITHOUT_CAP, Error.LAST_DAY_COUNTS)) {
                var wrong =
                        naive(at, error).moved(query.from(), query.whole().comparedOn(at.asOf()), query.gap(), null);
                caught.merge(error, answer.equals(wrong) ? 0 : 1, Integer::sum);
            }
        }
        assertThat(caught.values()).as("standpoints that show the error").allMatch(times -> times > 0);
    }

    private static Standpoint standpoint() {
        return new Standpoint(
                new AsOf(Lifecycles.FIRST_DAY.plusDays(30 + RANDOM.nextInt(Lifecycles.DAYS))),
                RANDOM.nextInt(3) == 0 ? told.size() : told.size() / 4 + RANDOM.nextInt(told.size() * 3 / 4));
    }

    private static FindRevenue query(Standpoint at, @Nullable String breakdown) {
        var day = at.asOf().day();
        var from = day.minusDays(RANDOM.nextInt(200));
        LocalDate to = from.plusDays(1 + RANDOM.nextInt(200));
        return new FindRevenue(from, to, RANDOM.nextInt(20), null, breakdown);
    }

    private static NaiveRevenue naive(Standpoint at, Error error) {
        return new NaiveRevenue(told, at.position(), at.asOf().day(), error);
    }

    private static Map<String, Long> moved(String group, RevenuePeriod period, boolean customers) {
        var found = new TreeMap<String, Long>();
        if (customers) {
            put(found, "customers start", period.customers().start().value());
            put(found, "customers end", period.customers().end().value());
            put(found, "customers lost", period.customers().lost().value());
            put(found, "customers added", period.customers().added().value());
            put(found, "customers wonBack", period.customers().wonBack().value());
        }
        for (var amounts : period.currencies()) {
            var key = group + " " + amounts.currency() + " ";
            put(found, key + "start", amounts.start().value());
            put(found, key + "end", amounts.end().value());
            put(found, key + "lost", amounts.lost().value());
            put(found, key + "downsell", amounts.downsell().value());
            put(found, key + "expansion", amounts.expansion().value());
            put(found, key + "added", amounts.added().value());
            put(found, key + "wonBack", amounts.wonBack().value());
            put(found, key + "gross", amounts.grossRetention().of().value());
            put(found, key + "net", amounts.netRetention().of().value());
        }
        return found;
    }

    private static void put(Map<String, Long> found, String name, long value) {
        if (value != 0) {
            found.put(name, value);
        }
    }
}
