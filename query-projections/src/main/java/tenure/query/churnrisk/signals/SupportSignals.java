package tenure.query.churnrisk.signals;

import static tenure.query.churnrisk.statistics.Direction.MORE_IS_RISKIER;
import static tenure.query.churnrisk.statistics.Direction.MORE_IS_SAFER;

import java.util.List;
import java.util.Set;
import tenure.domain.customer.event.CustomerRated;
import tenure.domain.support.event.TicketClassified;
import tenure.domain.support.event.TicketClosed;
import tenure.domain.support.event.TicketFirstResponded;
import tenure.domain.support.event.TicketOpened;
import tenure.domain.support.event.TicketRated;
import tenure.domain.support.event.TicketReopened;
import tenure.domain.support.event.TicketResolved;
import tenure.domain.support.event.TicketStatusChanged;
import tenure.query.churnrisk.sweep.DayFacts;

/** What is asked of the help desk, and how people say it goes. */
final class SupportSignals {

    private static final int PATIENCE_DAYS = 2;

    static final List<RiskSignal> ALL = List.of(
            new RiskSignal(
                    "introductory-tickets",
                    "Tickets about introductory features, of the classified ones of 90 days; after the first 90 days only",
                    "%",
                    MORE_IS_RISKIER,
                    80,
                    20,
                    "definitions 3.7",
                    SupportSignals::introductoryShare,
                    "tickets",
                    facts -> facts.tickets().classified(),
                    Set.of(TicketOpened.class, TicketClassified.class)),
            new RiskSignal(
                    "tickets-unanswered",
                    "Open tickets that have waited for a first answer for more than two days",
                    "tickets",
                    MORE_IS_RISKIER,
                    3,
                    0,
                    "definitions 3.7",
                    facts -> facts.tickets().known() == 0
                            ? Double.NaN
                            : facts.tickets().unanswered(PATIENCE_DAYS),
                    "tickets",
                    facts -> facts.tickets().known(),
                    Set.of(
                            TicketOpened.class,
                            TicketFirstResponded.class,
                            TicketStatusChanged.class,
                            TicketResolved.class,
                            TicketClosed.class)),
            new RiskSignal(
                    "tickets-reopened",
                    "How often tickets were reopened within 90 days",
                    "times",
                    MORE_IS_RISKIER,
                    3,
                    0,
                    "definitions 3.7",
                    facts -> facts.tickets().known() == 0
                            ? Double.NaN
                            : facts.tickets().reopened(),
                    "tickets",
                    facts -> facts.tickets().known(),
                    Set.of(TicketReopened.class, TicketOpened.class)),
            new RiskSignal(
                    "satisfaction",
                    "Mean rating of tickets within 90 days",
                    "1 to 5",
                    MORE_IS_SAFER,
                    2,
                    4.5,
                    "definitions 3.7",
                    facts -> facts.tickets().meanRating(),
                    "ratings",
                    facts -> facts.tickets().ratings(),
                    Set.of(TicketRated.class)),
            new RiskSignal(
                    "human-rating",
                    "Newest judgement of a colleague, of the last 180 days; a figure of its own beside health and risk",
                    "1 to 5",
                    MORE_IS_SAFER,
                    1,
                    5,
                    "definitions 3.8",
                    DayFacts::rating,
                    "judgements",
                    DayFacts::ratings,
                    Set.of(CustomerRated.class)));

    private SupportSignals() {}

    private static double introductoryShare(DayFacts facts) {
        int classified = facts.tickets().classified();
        return classified == 0 || facts.age() <= OnboardingSignals.FIRST_DAYS
                ? Double.NaN
                : Seats.percent(facts.tickets().introductory(), classified);
    }
}
