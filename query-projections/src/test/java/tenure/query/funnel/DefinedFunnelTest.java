package tenure.query.funnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tenure.domain.customer.event.CustomerChurned;
import tenure.domain.customer.event.CustomerRegistered;
import tenure.domain.funnel.event.FunnelDefined;
import tenure.domain.usage.event.FeatureCataloged;
import tenure.domain.usage.event.FeatureUsed;
import tenure.domain.usage.event.LoggedOn;
import tenure.domain.usage.event.UsageDayReported;
import tenure.query.life.LivesProjection;
import tenure.query.life.ProjectedLives;
import tenure.query.projection.ProjectedLog;
import tenure.query.shared.AsOf;
import tenure.query.shared.Figure;
import tenure.query.shared.FigureSource;
import tenure.query.shared.Standpoint;

class DefinedFunnelTest {

    private static final FunnelDefined FUNNEL = new FunnelDefined(
            "f",
            "Funnel",
            "customer.registered",
            List.of(
                    new FunnelDefined.Step("Use", "usage.day-reported", 1, 0, 0, 14, false),
                    new FunnelDefined.Step("Stay", "customer.churned", 1, 0, 0, 30, true)),
            Instant.EPOCH);

    private final ProjectedLog log = new ProjectedLog();
    private final LivesProjection projection = Asking.projection(log);
    private final List<Record> events = new ArrayList<>();

    @BeforeEach
    void threeCustomers() {
        events.add(FUNNEL);
        for (var id : List.of("P-1", "P-2", "P-3")) {
            events.add(
                    new CustomerRegistered(id, "Name of " + id, LocalDate.of(2022, 7, 1), Map.of(), at("2022-07-01")));
        }
        events.add(used("P-1", "2022-07-05", "search"));
        events.add(used("P-2", "2022-07-06", "search"));
        events.add(used("P-3", "2022-07-20", "search"));
        events.add(new CustomerChurned("P-2", LocalDate.of(2022, 7, 25), "price", "", at("2022-07-25")));
        log.record(events);
        log.project(projection);
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void countsACohortAsItStoodOnADay() {
        assertThat(bars("2022-07-04")).containsExactly("3/0/0", "0/3/0", "0/0/0");
        assertThat(bars("2022-07-10")).containsExactly("3/0/0", "2/1/0", "0/2/0");
        assertThat(bars("2022-07-24")).containsExactly("3/0/0", "2/0/1", "0/2/0");
        assertThat(bars("2022-08-15")).containsExactly("3/0/0", "2/0/1", "1/0/1");
    }

    @Test
    void takesOnlyCustomersThatEnteredWithinTheCohort() {
        assertThat(bars(log, "2022-08-15", "from", "2022-07-02")).containsExactly("0/0/0", "0/0/0", "0/0/0");
    }

    @Test
    void agreesWithItselfWhenEventsComeRepeatedAndShuffled() {
        var inOrder = bars("2022-08-15");
        try (var other = new ProjectedLog()) {
            other.record(ProjectedLog.repeatedAndShuffled(events, 7));
            other.project(Asking.projection(other));
            assertThat(bars(other, "2022-08-15")).isEqualTo(inOrder);
        }
    }

    @Test
    void doesNotCountADayWithoutAnyUse() {
        log.record(List.of(
                new CustomerRegistered("P-4", "P-4", LocalDate.of(2022, 7, 1), Map.of(), at("2022-07-01")),
                new UsageDayReported("P-4", LocalDate.of(2022, 7, 2), 0, 0, Map.of(), null, at("2022-07-02"))));
        log.project(projection);

        assertThat(bars("2022-08-15")).containsExactly("4/0/0", "2/0/2", "1/0/1");
    }

    @Test
    void countsAnyUseWhoeverTellsOfIt() {
        log.record(List.of(
                new CustomerRegistered("P-4", "P-4", LocalDate.of(2022, 7, 1), Map.of(), at("2022-07-01")),
                new LoggedOn("anna", "P-4", null, at("2022-07-03")),
                new FeatureUsed("anna", "P-4", "search", 2, null, at("2022-07-03")),
                new FeatureUsed("ben", "P-4", "export", 1, null, at("2022-07-20"))));
        log.project(projection);
        assertThat(bars("2022-08-15")).as("only days reported in total").containsExactly("4/0/0", "2/0/2", "1/0/1");

        log.record(List.of(new FunnelDefined(
                "f",
                "Funnel",
                "customer.registered",
                List.of(
                        new FunnelDefined.Step("Use", "usage", 1, 0, 0, 14, false),
                        new FunnelDefined.Step("Features", "usage", 1, 2, 0, 30, false)),
                Instant.EPOCH)));
        log.project(projection);
        assertThat(bars("2022-08-15")).containsExactly("4/0/0", "3/0/1", "1/0/2");
    }

    @Test
    void countsNothingThatHasNoCustomer() {
        log.record(List.of(
                new LoggedOn("anna", null, null, at("2022-07-02")),
                new FeatureCataloged("search", "core", null, false, at("2022-07-02"))));
        log.project(projection);

        assertThat(bars("2022-08-15")).containsExactly("3/0/0", "2/0/1", "1/0/1");
    }

    @Test
    void takesBackADayThatIsReportedAgainWithoutUse() {
        log.record(
                List.of(new UsageDayReported("P-1", LocalDate.of(2022, 7, 5), 0, 0, Map.of(), null, at("2022-07-05"))));
        log.project(projection);

        assertThat(bars("2022-08-15")).containsExactly("3/0/0", "1/0/2", "0/0/1");
    }

    @Test
    void keepsTheNamesOfItsCustomers() {
        assertThat(Asking.controller(log)
                        .members(question("2022-08-15"), 2, Side.REACHED, 0, 100, at(Long.MAX_VALUE, "2022-08-15"))
                        .members())
                .extracting("customerId", "name")
                .containsExactly(tuple("P-1", "Name of P-1"));
    }

    @Test
    void followsTheDefinitionThatWasKnown() {
        var before = log.table().position(LivesProjection.NAME);
        log.record(List.of(new FunnelDefined("f", "Renamed", "customer.registered", FUNNEL.steps(), Instant.EPOCH)));
        log.project(projection);

        var accounts = Asking.accounts(log);
        assertThat(accounts.catalogue(Long.MAX_VALUE).funnels().get("f").name()).isEqualTo("Renamed");
        assertThat(accounts.catalogue(before).funnels().get("f").name()).isEqualTo("Funnel");
        assertThat(accounts.catalogue(0).funnels()).isEmpty();
    }

    @Test
    void saysTheSameWhenItIsTooMuchToBeKept() {
        var views = ProjectedLives.views(log);
        var keepsNothing = new FunnelController(null, new Funnels(Asking.accounts(log), new DefinedLives(views, 0)));
        for (int i = 0; i < 2; i++) {
            assertThat(bars(keepsNothing, "2022-08-15")).containsExactly("3/0/0", "2/0/1", "1/0/1");
        }
    }

    @Test
    void forgetsTheFunnelsThatWereAskedForLongAgo() {
        var controller = Asking.controller(log);
        for (int round = 0; round < 2; round++) {
            for (int hours : new int[] {1, 24, 48, 24 * 365}) {
                assertThat(bars(controller, "2022-08-15", "windowHours", String.valueOf(hours)))
                        .startsWith("3/0/0")
                        .hasSize(3);
            }
        }
        assertThat(bars(controller, "2022-08-15", "windowHours", "24")).containsExactly("3/0/0", "0/0/3", "0/0/0");
    }

    @Test
    void explainsAGroupWhateverItsNameHolds() {
        var odd = "Food;from=2030-01-01, 100%3B";
        log.record(List.of(new CustomerRegistered(
                "P-4", "P-4", LocalDate.of(2022, 7, 1), Map.of("industry", odd), at("2022-07-01"))));
        log.project(projection);
        var standpoint = at(log.head(), "2022-08-15");
        var groups = Asking.splits(log)
                .breakdown(question("2022-08-15"), "profile.industry", Split.Attribution.FIRST, 0, standpoint)
                .groups();

        var group = groups.getFirst();
        assertThat(group.value()).isEqualTo(odd);
        assertThat(evidence(group.steps().getFirst().figures().reached(), standpoint, 0, 100)
                        .shown())
                .extracting("subject")
                .containsExactly("P-4");
    }

    @Test
    void explainsAFigurePageByPage() {
        var standpoint = at(log.head(), "2022-08-15");
        var figure = Asking.controller(log)
                .funnel(question("2022-08-15"), standpoint)
                .steps()
                .getFirst()
                .figures()
                .reached();

        var page = evidence(figure, standpoint, 1, 1);
        assertThat(page.value()).isEqualTo(3);
        assertThat(page.things()).isEqualTo(3);
        assertThat(page.shown()).extracting("subject").containsExactly("P-2");
    }

    @Test
    void showsNoTrendOfMorePointsThanAYearHasDays() {
        log.record(IntStream.range(0, 367)
                .mapToObj(number -> new CustomerRegistered(
                        "T-" + number,
                        "T",
                        LocalDate.of(2023, 1, 1),
                        Map.of(),
                        at("2023-01-01").plus(Duration.ofDays(number))))
                .toList());
        log.project(projection);
        var splits = Asking.splits(log);
        var standpoint = at(log.head(), "2024-06-01");

        assertThatThrownBy(() -> splits.trend(question("2024-06-01"), Split.Interval.DAY, standpoint))
                .hasMessageContaining("368 points");
        assertThat(splits.trend(question("2024-06-01"), Split.Interval.MONTH, standpoint)
                        .points())
                .hasSize(14);
    }

    private FigureSource.EvidencePage evidence(Figure figure, Standpoint standpoint, long after, int limit) {
        var subject = Stream.of(figure.explain().split("[?&]"))
                .filter(part -> part.startsWith("subject="))
                .findFirst()
                .orElseThrow()
                .substring("subject=".length());
        return Asking.figures(log)
                .page(
                        new FigureSource.Asked(
                                "funnel.reached",
                                standpoint,
                                null,
                                URLDecoder.decode(subject, StandardCharsets.UTF_8),
                                null),
                        after,
                        limit);
    }

    private static FunnelQuestion question(String day, String... parameters) {
        return FunnelQuestion.of("f", Asking.of(day, parameters));
    }

    private List<String> bars(String day) {
        return bars(log, day);
    }

    private static List<String> bars(ProjectedLog log, String day, String... parameters) {
        return bars(Asking.controller(log), day, parameters);
    }

    private static List<String> bars(FunnelController controller, String day, String... parameters) {
        return controller.funnel(question(day, parameters), at(Long.MAX_VALUE, day)).steps().stream()
                .map(step -> step.reached() + "/" + step.open() + "/" + step.missed())
                .toList();
    }

    private static Standpoint at(long position, String day) {
        return new Standpoint(new AsOf(LocalDate.parse(day)), position);
    }

    private static UsageDayReported used(String id, String day, String feature) {
        return new UsageDayReported(id, LocalDate.parse(day), 1, 1, Map.of(feature, 1L), null, at(day));
    }

    private static Instant at(String day) {
        return LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
