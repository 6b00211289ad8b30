package tenure.query.churnrisk.list;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tenure.query.churnrisk.model.RiskModel;
import tenure.query.churnrisk.series.Models;
import tenure.query.churnrisk.series.RiskBook;
import tenure.query.churnrisk.series.RiskSeries;
import tenure.query.churnrisk.series.SeriesFold;
import tenure.query.churnrisk.sweep.RiskDefinitions;
import tenure.query.life.LifeViews;
import tenure.query.life.LivesProjection;
import tenure.query.shared.CustomerRisks;
import tenure.query.shared.Standpoint;

/** The risk of customers for the rows of the portfolio: what the list of risks says of the same day. */
@Component
class PortfolioRisks implements CustomerRisks {

    private final LifeViews views;
    private final RiskBook book;
    private volatile @Nullable Rows rows;

    /** The rows that were asked for last. */
    private record Rows(int day, List<RiskSeries> of, Map<String, CustomerRisk> risks) {}

    PortfolioRisks(LifeViews views, RiskBook book) {
        this.views = views;
        this.book = book;
    }

    @Override
    public Collection<String> projections() {
        return List.of(LivesProjection.NAME);
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // The same list stands for the same knowledge.
    public Known at(Standpoint at) {
        int day = day(at);
        var told = book.at(at.position(), 0, day, RiskRow.BEFORE_DAYS);
        var last = rows;
        if (last == null || last.day != day || last.of != told.series()) {
            last = new Rows(day, told.series(), risks(told, day));
            rows = last;
        }
        return new Known(told.position(), told.model().bands().getFirst().band(), last.risks);
    }

    private static Map<String, CustomerRisk> risks(RiskBook.Told told, int day) {
        var risks = new HashMap<String, CustomerRisk>();
        for (var series : told.series()) {
            var risk = of(series, day, told.model());
            if (risk != null) {
                risks.put(series.customerId(), risk);
            }
        }
        return risks;
    }

    @Override
    public @Nullable CustomerRisk of(String customerId, Standpoint at) {
        int day = day(at);
        return views.of(RiskBook.VIEW, customerId, at.position(), (life, definitions) -> {
            var model = Models.inForce(definitions);
            var fold = new SeriesFold(model, new RiskDefinitions(definitions), day - RiskRow.BEFORE_DAYS, day);
            return of(fold.of(life), day, model);
        });
    }

    private static int day(Standpoint at) {
        return (int) at.asOf().day().toEpochDay();
    }

    /** What the row of the list says; null of who is no customer on the day. */
    private static @Nullable CustomerRisk of(@Nullable RiskSeries series, int day, RiskModel model) {
        if (series == null || series.health(day) == RiskSeries.AWAY) {
            return null;
        }
        var row = RiskRow.of(series, day, model);
        return new CustomerRisk(
                row.health(),
                row.band(),
                row.risk(),
                change(row.risk(), row.riskBefore()),
                row.drivers().isEmpty() ? null : row.drivers().getFirst());
    }

    private static @Nullable BigDecimal change(@Nullable BigDecimal now, @Nullable BigDecimal before) {
        return now == null || before == null ? null : now.subtract(before);
    }
}
