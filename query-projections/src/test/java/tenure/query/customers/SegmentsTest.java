package tenure.query.customers;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.transaction.support.TransactionTemplate;
import tenure.domain.customer.event.CustomerChurned;
import tenure.domain.customer.event.CustomerRegistered;
import tenure.domain.license.event.LicenseSold;
import tenure.domain.segment.event.SegmentDefined;
import tenure.query.customers.SegmentList.MoneyFigure;
import tenure.query.customers.SegmentList.SegmentRow;
import tenure.query.life.ProjectedLives;
import tenure.query.projection.ProjectedLog;
import tenure.query.shared.AsOf;
import tenure.query.shared.CustomerRisks;
import tenure.query.shared.Figure;
import tenure.query.shared.FigureSource.Asked;
import tenure.query.shared.FigureSource.Evidence;
import tenure.query.shared.Standpoint;

class SegmentsTest {

    private final ProjectedLog log = new ProjectedLog();
    private final SegmentMembers members = new SegmentMembers(
            new Portfolios(ProjectedLives.views(log)),
            new StaticListableBeanFactory(Map.of("risks", new Poor("P-1", "P-4")))
                    .getBeanProvider(CustomerRisks.class));
    private final SegmentSums sums = new SegmentSums(members);
    private final SegmentFigures figures = new SegmentFigures(members);

    @BeforeEach
    void tell() {
        log.record(List.of(
                registered("P-1", "europe"),
                registered("P-2", "europe"),
                registered("P-3", "europe"),
                registered("P-4", "asia"),
                sold("P-1", 10, "EUR", "2022-01-01"),
                sold("P-2", 5, "EUR", "2022-06-15"),
                sold("P-3", 7, "USD", "2022-01-01"),
                sold("P-4", 9, "EUR", "2022-01-01"),
                new CustomerChurned("P-3", LocalDate.parse("2022-06-20"), "price", "", at("2022-06-20")),
                segment("europe", "In Europe", "region", "europe"),
                segment("africa", "In Africa", "region", "africa")));
        log.project(ProjectedLives.projection(log));
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void areSummedOnTheDayAndThirtyDaysBefore() {
        var segments = list("2022-06-30");

        assertThat(segments).extracting(SegmentRow::name).containsExactly("In Africa", "In Europe");
        var europe = segments.getLast();
        assertThat(europe.customers().value()).as("P-3 has left").isEqualTo(2);
        assertThat(europe.customers30().value()).isEqualTo(3);
        assertThat(money(europe.monthlyRevenue())).isEqualTo("EUR 15000");
        assertThat(money(europe.revenue30())).isEqualTo("EUR 10000, USD 7000");
        assertThat(money(europe.atRisk())).as("of P-1, as P-4 is elsewhere").isEqualTo("EUR 10000");
        assertThat(segments.getFirst().customers().value()).isZero();
        assertThat(segments.getFirst().monthlyRevenue()).isEmpty();
    }

    @Test
    void areNotThereBeforeTheyWereDefined() {
        assertThat(list("2022-02-28")).isEmpty();
        assertThat(list("2022-03-01")).hasSize(2);
    }

    @Test
    void comePageByPageByName() {
        var first = reading(() -> sums.list(0, 1, on("2022-06-30")));
        var last = reading(() -> sums.list(1, 1, on("2022-06-30")));

        assertThat(first.segments()).extracting(SegmentRow::segmentId).containsExactly("africa");
        assertThat(first.total()).isEqualTo(2);
        assertThat(first.nextCursor()).isNotNull();
        assertThat(last.segments()).extracting(SegmentRow::segmentId).containsExactly("europe");
        assertThat(last.nextCursor()).isNull();
    }

    @Test
    void areExplainedByWhatWasCounted() {
        for (var segment : list("2022-06-30")) {
            assertThat(segment.customers()).satisfies(this::addsUp);
            assertThat(segment.customers30()).satisfies(this::addsUp);
            for (var sums : List.of(segment.monthlyRevenue(), segment.revenue30(), segment.atRisk())) {
                assertThat(sums).extracting(MoneyFigure::amount).allSatisfy(this::addsUp);
            }
        }
    }

    private void addsUp(Figure figure) {
        var query = Arrays.stream(figure.explain().split("[?]")[1].split("&"))
                .map(part -> part.split("="))
                .collect(Collectors.toMap(part -> part[0], part -> URLDecoder.decode(part[1], StandardCharsets.UTF_8)));
        var asked = new Asked(query.get("figure"), on(query.get("asOf")), null, query.get("subject"), null);
        assertThat(reading(() -> figures.evidence(asked)).stream()
                        .mapToLong(Evidence::counts)
                        .sum())
                .as(figure.explain())
                .isEqualTo(figure.value());
    }

    private List<SegmentRow> list(String day) {
        return reading(() -> sums.list(0, 10, on(day))).segments();
    }

    private <A> A reading(Supplier<A> work) {
        return new TransactionTemplate(log.transactions()).execute(status -> work.get());
    }

    private Standpoint on(String day) {
        return new Standpoint(new AsOf(LocalDate.parse(day)), log.head());
    }

    private static String money(List<MoneyFigure> sums) {
        return sums.stream()
                .map(sum -> sum.currency() + " " + sum.amount().value())
                .collect(Collectors.joining(", "));
    }

    /** Some customers whose health is of the worst. */
    private record Poor(String... ids) implements CustomerRisks {

        @Override
        public List<String> projections() {
            return List.of("lives");
        }

        @Override
        public Known at(Standpoint at) {
            var risk = new CustomerRisk(null, "red", BigDecimal.ONE, null, null);
            return new Known(at.position(), "red", Arrays.stream(ids).collect(Collectors.toMap(id -> id, id -> risk)));
        }

        @Override
        public CustomerRisk of(String customerId, Standpoint at) {
            return at(at).risks().get(customerId);
        }
    }

    private static CustomerRegistered registered(String id, String region) {
        return new CustomerRegistered(
                id, id, LocalDate.parse("2022-01-01"), Map.of("region", region), at("2022-01-01"));
    }

    private static LicenseSold sold(String id, int seats, String currency, String from) {
        var ends = LocalDate.parse("2023-01-01");
        return new LicenseSold(
                id, id, "crm", "pro", seats, 1_000, currency, LocalDate.parse(from), ends, true, at(from));
    }

    private static SegmentDefined segment(String id, String name, String property, String value) {
        return new SegmentDefined(
                id, name, List.of(new SegmentDefined.Condition(property, "is", List.of(value))), at("2022-03-01"));
    }

    private static Instant at(String day) {
        return Instant.parse(day + "T09:00:00Z");
    }
}
