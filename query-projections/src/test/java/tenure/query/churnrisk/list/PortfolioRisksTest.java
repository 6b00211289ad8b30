package tenure.query.churnrisk.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tenure.query.churnrisk.RandomLives;
import tenure.query.churnrisk.series.RiskBooks;
import tenure.query.life.ProjectedLives;
import tenure.query.shared.AsOf;
import tenure.query.shared.CustomerRisks.CustomerRisk;
import tenure.query.shared.Standpoint;

class PortfolioRisksTest {

    private static final LocalDate DAY = LocalDate.ofEpochDay(20_050);
    private static final RandomLives RANDOM = new RandomLives(RandomLives.told(13, 40));

    private final PortfolioRisks risks = new PortfolioRisks(ProjectedLives.views(RANDOM.log()), RiskBooks.of(RANDOM));
    private final Standpoint at = new Standpoint(new AsOf(DAY), Long.MAX_VALUE);

    @AfterAll
    static void close() {
        RANDOM.close();
    }

    private Map<String, CustomerRisk> ofAll() {
        return RANDOM.reading(() -> risks.at(at).risks());
    }

    @Test
    void sayTheSameOfOneCustomerAsOfAll() {
        var one = RANDOM.reading(() -> {
            var found = new HashMap<String, CustomerRisk>();
            RANDOM.all(at.position()).forEach(life -> {
                var risk = risks.of(life.customerId(), at);
                if (risk != null) {
                    found.put(life.customerId(), risk);
                }
            });
            return found;
        });

        assertThat(one).isNotEmpty().isEqualTo(ofAll());
    }

    @Test
    void tellTheChangeOfTheRiskNotOfTheHealth() {
        assertThat(ofAll().values())
                .filteredOn(risk -> risk.change() != null)
                .isNotEmpty()
                .allSatisfy(risk -> assertThat(risk.change().abs()).isLessThan(java.math.BigDecimal.ONE))
                .anySatisfy(risk -> assertThat(risk.change()).isNotZero());
    }
}
