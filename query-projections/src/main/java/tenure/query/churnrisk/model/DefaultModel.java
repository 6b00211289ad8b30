package tenure.query.churnrisk.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import tenure.query.churnrisk.model.RiskModel.Band;
import tenure.query.churnrisk.model.RiskModel.Cap;
import tenure.query.churnrisk.model.RiskModel.Weight;
import tenure.query.churnrisk.signals.SignalCatalogue;

/**
 * The model that comes with the product and needs no data to learn from: the starter weights of definitions 3.8, spread
 * over the signals, with the anchors of the catalogue. It was not fitted to anything. Source: docs/decisions/0011.
 */
public final class DefaultModel {

    /** Its id. */
    public static final String ID = "default";

    private static final int HORIZON_DAYS = 60;
    private static final int DWELL_DAYS = 7;

    /** The model. */
    public static final RiskModel MODEL = new RiskModel(
            ID,
            "Starter weights",
            0,
            HORIZON_DAYS,
            List.of(
                    // What was sold against who came: 25.
                    weight("gap-to-log-on", 10),
                    weight("gap-to-training", 7),
                    weight("active-share", 8),
                    // Engagement: 25.
                    weight("active-days-28", 6),
                    weight("actions-per-day-28", 6),
                    weight("actions-change", 2),
                    weight("active-share-change", 2),
                    weight("consistency", 3),
                    weight("silence-days", 4),
                    weight("silence-against-rhythm", 2),
                    // Breadth: 15.
                    weight("features-28", 4),
                    weight("active-users-28", 2),
                    weight("departments-reached", 3),
                    weight("effective-users", 2),
                    weight("top-user-share", 2),
                    weight("champion-lost", 2),
                    // Support: 10.
                    weight("introductory-tickets", 3),
                    weight("satisfaction", 3),
                    weight("tickets-unanswered", 2),
                    weight("tickets-reopened", 2),
                    // Tasks and outcomes: 15.
                    weight("onboarding-overdue", 5),
                    weight("days-to-first-value", 5),
                    weight("ladder-standstill", 3),
                    weight("drop-off", 2),
                    // Commerce: 10.
                    weight("notice-given", 4),
                    weight("days-to-renewal", 3),
                    weight("seat-change-90", 2),
                    weight("price-change-90", 1)),
            List.of(new Cap("active-days-28", BigDecimal.ZERO, "yellow")),
            List.of(new Band("red", 0), new Band("yellow", 40), new Band("green", 70)),
            40,
            50,
            DWELL_DAYS,
            null);

    private DefaultModel() {}

    private static Weight weight(String id, int weight) {
        var signal = Objects.requireNonNull(SignalCatalogue.named(id), id);
        return new Weight(id, weight, BigDecimal.valueOf(signal.poor()), BigDecimal.valueOf(signal.good()), "skip");
    }
}
