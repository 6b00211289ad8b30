package tenure.query.churnrisk.signals;

import static tenure.query.churnrisk.statistics.Direction.MORE_IS_RISKIER;
import static tenure.query.churnrisk.statistics.Direction.MORE_IS_SAFER;

import java.util.List;
import java.util.Set;
import tenure.domain.customer.event.AudienceDefined;
import tenure.domain.usage.event.FeatureUsed;
import tenure.domain.usage.event.LoggedOn;
import tenure.domain.user.event.UserDeactivated;
import tenure.domain.user.event.UserErased;
import tenure.domain.user.event.UserInvited;
import tenure.domain.user.event.UserReactivated;
import tenure.domain.user.event.UserRoleChanged;
import tenure.query.churnrisk.sweep.DayFacts;

/** Whether the product rests on many shoulders, and whether they go on to climb. */
final class BreadthSignals {

    private static final Set<Class<?>> USE = Set.of(LoggedOn.class, FeatureUsed.class);

    static final List<RiskSignal> ALL = List.of(
            new RiskSignal(
                    "departments-reached",
                    "Departments with a user active within 28 days, of those that it is meant for",
                    "%",
                    MORE_IS_SAFER,
                    0,
                    80,
                    "definitions 3.6",
                    facts -> facts.people().departments() < 2
                            ? Double.NaN
                            : Seats.percent(
                                    facts.people().departmentsReached(),
                                    facts.people().departments()),
                    "departments",
                    facts -> facts.people().departments(),
                    Set.of(
                            LoggedOn.class,
                            FeatureUsed.class,
                            UserInvited.class,
                            UserRoleChanged.class,
                            AudienceDefined.class)),
            new RiskSignal(
                    "effective-users",
                    "How many users of equal use would be as concentrated, within 28 days",
                    "users",
                    MORE_IS_SAFER,
                    1,
                    5,
                    "definitions 3.6",
                    facts -> isBroad(facts) ? facts.people().effectiveUsers() : Double.NaN,
                    "active users",
                    facts -> facts.people().active(),
                    USE),
            new RiskSignal(
                    "top-user-share",
                    "Share of the most active user in all use within 28 days",
                    "%",
                    MORE_IS_RISKIER,
                    90,
                    30,
                    "definitions 3.6",
                    facts -> isBroad(facts) ? Seats.percent(facts.people().topShare(), 1) : Double.NaN,
                    "active users",
                    facts -> facts.people().active(),
                    USE),
            new RiskSignal(
                    "champion-lost",
                    "1 when the champion of the 28 days before, or else their most active user, was not seen since or may"
                            + " not work any more",
                    "0 or 1",
                    MORE_IS_RISKIER,
                    1,
                    0,
                    "definitions 3.6",
                    facts -> facts.people().hadChampion() && facts.people().known() > 1
                            ? facts.people().championIsLost() ? 1 : 0
                            : Double.NaN,
                    "users of the 28 days before",
                    facts -> facts.people().activeBefore(),
                    Set.of(
                            LoggedOn.class,
                            FeatureUsed.class,
                            UserDeactivated.class,
                            UserReactivated.class,
                            UserErased.class,
                            UserRoleChanged.class)),
            new RiskSignal(
                    "ladder-standstill",
                    "Days since a user last rose from introductory to core or advanced features; 0 when all active ones"
                            + " are on top",
                    "days",
                    MORE_IS_RISKIER,
                    120,
                    30,
                    "definitions 3.6",
                    facts -> facts.people().knowsLadder() && facts.people().everActive() > 0
                            ? facts.standstillDays()
                            : Double.NaN,
                    "users",
                    facts -> facts.people().everActive(),
                    USE),
            new RiskSignal(
                    "drop-off",
                    "Users who have been silent for 28 days since they first used some feature within two weeks before",
                    "% of users",
                    MORE_IS_RISKIER,
                    60,
                    10,
                    "definitions 3.6",
                    facts -> facts.people().everActive() == 0
                            ? Double.NaN
                            : Seats.percent(
                                    facts.people().dropped(), facts.people().everActive()),
                    "users",
                    facts -> facts.people().everActive(),
                    USE));

    private BreadthSignals() {}

    /** Of one person there is no breadth. */
    private static boolean isBroad(DayFacts facts) {
        return facts.people().known() > 1;
    }
}
