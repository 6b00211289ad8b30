package tenure.query.churnrisk.signals;

import static tenure.query.churnrisk.statistics.Direction.MORE_IS_RISKIER;
import static tenure.query.churnrisk.statistics.Direction.MORE_IS_SAFER;

import java.util.List;
import java.util.Set;
import tenure.domain.license.event.LicenseCancelled;
import tenure.domain.license.event.LicenseRenewed;
import tenure.domain.license.event.LicenseSold;
import tenure.domain.license.event.NoticeGiven;
import tenure.domain.license.event.NoticeWithdrawn;
import tenure.domain.license.event.PlanChanged;
import tenure.domain.license.event.SeatsChanged;
import tenure.query.churnrisk.sweep.DayFacts;

/** What was agreed, and how it moves. */
final class ContractSignals {

    private static final int QUARTER = 90;
    private static final int FURTHEST = 365;
    private static final Set<Class<?>> TERMS = Set.of(
            LicenseSold.class, LicenseRenewed.class, LicenseCancelled.class, SeatsChanged.class, PlanChanged.class);

    static final List<RiskSignal> ALL = List.of(
            new RiskSignal(
                    "notice-given",
                    "1 while notice stands, or an end was agreed before that of the term",
                    "0 or 1",
                    MORE_IS_RISKIER,
                    1,
                    0,
                    "definitions 3.9",
                    facts -> !facts.contracts().inForce()
                            ? Double.NaN
                            : facts.contracts().notice() ? 1 : 0,
                    "terms in force",
                    ContractSignals::terms,
                    Set.of(NoticeGiven.class, NoticeWithdrawn.class, LicenseCancelled.class, LicenseRenewed.class)),
            new RiskSignal(
                    "days-to-renewal",
                    "Days until a term in force ends for which nothing further is agreed; 365 at most",
                    "days",
                    MORE_IS_SAFER,
                    0,
                    QUARTER,
                    "definitions 3.9",
                    facts -> facts.contracts().inForce()
                            ? Math.min(FURTHEST, facts.contracts().renewsIn())
                            : Double.NaN,
                    "terms in force",
                    ContractSignals::terms,
                    TERMS),
            new RiskSignal(
                    "seat-change-90",
                    "Seats under contract against those of 90 days before",
                    "%",
                    MORE_IS_SAFER,
                    -30,
                    0,
                    "definitions 3.9",
                    ContractSignals::seatChange,
                    "terms in force",
                    ContractSignals::terms,
                    TERMS),
            new RiskSignal(
                    "price-change-90",
                    "Price of a seat against that of 90 days before",
                    "%",
                    MORE_IS_RISKIER,
                    20,
                    0,
                    "definitions 3.9",
                    ContractSignals::priceChange,
                    "terms in force",
                    ContractSignals::terms,
                    TERMS));

    private ContractSignals() {}

    private static int terms(DayFacts facts) {
        return facts.contracts().inForce() ? 1 : 0;
    }

    private static double seatChange(DayFacts facts) {
        int before = facts.contracts().seatsBefore(QUARTER);
        return before == 0 || !facts.contracts().inForce()
                ? Double.NaN
                : Seats.percent(facts.contracts().seats() - before, before);
    }

    private static double priceChange(DayFacts facts) {
        double before = facts.contracts().priceBefore(QUARTER);
        double now = facts.contracts().priceBefore(0);
        return before > 0 ? Seats.percent(now - before, before) : Double.NaN;
    }
}
