package tenure.domain.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tenure.domain.customer.CustomerId;
import tenure.domain.shared.Count;
import tenure.domain.shared.InvalidValue;
import tenure.domain.shared.WholeNumber;
import tenure.domain.usage.UsageCommand.ReportUsageDay;
import tenure.domain.usage.event.UsageDayReported;

class ReportUsageDayTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final Instant DAY_OVER = Instant.parse("2026-03-01T23:59:59Z");

    @Test
    void isAFactOfTheCustomersUsageWithoutTheFeaturesThatWereNotUsed() {
        var report = report(Map.of("search", new Count(3), "quote", new Count(0)));

        assertThat(report.stream()).isEqualTo("usage/acme");
        assertThat(report.event())
                .isEqualTo(new UsageDayReported("acme", DAY, 2, 3, Map.of("search", 3L), null, DAY_OVER));
    }

    @Test
    void takesNoFeatureWithoutAName() {
        assertThatThrownBy(() -> report(Map.of("", new Count(1))))
                .isInstanceOf(InvalidValue.class)
                .hasMessageContaining("Name of a feature");
    }

    private static ReportUsageDay report(Map<String, Count> features) {
        return new ReportUsageDay(
                new CustomerId("acme"), DAY, new WholeNumber(2), new Count(3), features, null, DAY_OVER);
    }
}
