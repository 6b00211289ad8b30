package tenure.query.funnel;

import static java.util.stream.Collectors.groupingBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tenure.query.funnel.Facts.Agreed;
import tenure.query.funnel.FunnelQuestion.Order;
import tenure.query.funnel.FunnelQuestion.Unit;
import tenure.query.funnel.FunnelReader.Entrant;
import tenure.query.shared.Standpoint;

/** The ways through a funnel that was defined. */
final class DefinedWays implements Ways {

    private final FunnelReader reader;
    private final FunnelDefinition definition;
    private final FunnelQuestion question;
    private final Standpoint at;

    DefinedWays(FunnelReader reader, FunnelDefinition definition, FunnelQuestion question, Standpoint at) {
        this.reader = reader;
        this.definition = definition.asked(question);
        this.question = question;
        this.at = at;
    }

    @Override
    public String name() {
        return definition.name();
    }

    @Override
    public List<Step> steps() {
        var steps = new ArrayList<Step>();
        steps.add(new Step("Entered", definition.entryEvent(), false));
        definition.steps().forEach(step -> steps.add(new Step(step.name(), step.rule(), step.optional())));
        return steps;
    }

    @Override
    public Unit unit() {
        return definition.unit();
    }

    @Override
    public Order order() {
        return definition.order();
    }

    @Override
    public void each(Consumer<List<Way>> receiver) {
        var withdrawn = reader.withdrawn(at);
        var events = new HashSet<>(definition.events());
        if (!events.isEmpty()) {
            events.addAll(FunnelReader.AWAY);
        }
        var days = new HashMap<String, Integer>();
        for (var event : definition.events()) {
            var interest = definition.daysOfInterest(event);
            if (interest != null && !FunnelReader.AWAY.contains(event)) {
                days.put(event, interest);
            }
        }
        Ways.inParts(
                reader.entrants(definition.entryEvent(), question, at),
                entrants -> receiver.accept(ways(entrants, events, days, withdrawn)));
    }

    private List<Way> ways(List<Entrant> entrants, Set<String> events, Map<String, Integer> days, Set<Long> withdrawn) {
        var occurrences = reader.occurrences(entrants, events, days, withdrawn, at);
        var ids = entrants.stream().map(Entrant::customerId).toList();
        Map<String, List<Agreed>> contracts = question.cohort() == null
                ? Map.of()
                : reader.contracts(ids, at).stream().collect(groupingBy(Agreed::customerId));
        var ways = new ArrayList<Way>();
        for (var customerId : ids) {
            if (question.cohort() != null
                    && !question.cohort()
                            .equals(new Contracts(contracts.getOrDefault(customerId, List.of())).cohort())) {
                continue;
            }
            var happened = occurrences.getOrDefault(customerId, List.of());
            if (definition.unit() == Unit.CUSTOMERS) {
                enter(customerId, null, happened, happened, ways);
            } else {
                var byUser = new TreeMap<String, List<Occurrence>>();
                happened.stream()
                        .filter(occurrence -> !occurrence.userId().isEmpty())
                        .forEach(occurrence -> byUser.computeIfAbsent(occurrence.userId(), id -> new ArrayList<>())
                                .add(occurrence));
                byUser.forEach((userId, own) -> enter(customerId, userId, own, happened, ways));
            }
        }
        return ways;
    }

    /** The first event that lets somebody enter on a day that is asked for is the entry; later ones change nothing. */
    private void enter(
            String customerId,
            @Nullable String userId,
            List<Occurrence> own,
            List<Occurrence> ofCustomer,
            List<Way> ways) {
        for (int i = 0; i < own.size(); i++) {
            var occurrence = own.get(i);
            if (occurrence.event().equals(definition.entryEvent()) && question.takes(dayOf(occurrence.occurredAt()))) {
                ways.add(new Journey(
                                definition,
                                own,
                                i,
                                occurrence.occurredAt(),
                                Absence.since(ofCustomer, userId),
                                at.asOf().end())
                        .way(customerId, userId));
                return;
            }
        }
    }

    private static LocalDate dayOf(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }
}
