package tenure.query.funnel;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tenure.domain.usage.event.FeatureUsed;
import tenure.domain.usage.event.UsageDayReported;
import tenure.query.funnel.FunnelQuestion.Unit;
import tenure.query.life.Life;
import tenure.query.life.LifeEvent;

/**
 * What happened at one customer that matters to a funnel, on any day.
 *
 * @param units the customer itself, or its people in the order of their ids; only those that can enter
 */
record Happened(String customerId, List<Own> units) {

    /** A unit with more entries than these keeps all that the funnel may count. */
    private static final int ENTRIES = 3;

    /** A report of a day without use: it is there to take back an earlier one of the day. */
    private static final String NOTHING_REPORTED = Occurrence.DAY_REPORTED + " of nothing";

    /**
     * What a customer or person did.
     *
     * @param userId      the person; null: the customer
     * @param occurrences in their order
     * @param replaced    whether there are reports that take back earlier ones
     */
    record Own(@Nullable String userId, List<Occurrence> occurrences, boolean replaced) {

        /** What counts as of a moment: of the reports of a day only the last. */
        List<Occurrence> until(long end) {
            int size = 0;
            while (size < occurrences.size() && occurrences.get(size).at() < end) {
                size++;
            }
            var known = occurrences.subList(0, size);
            return replaced ? withoutReplaced(known) : known;
        }

        private static List<Occurrence> withoutReplaced(List<Occurrence> known) {
            var last = new HashMap<String, Long>();
            known.stream().filter(Own::isReport).forEach(one -> last.merge(one.subject(), one.position(), Math::max));
            return known.stream()
                    .filter(one -> !isReport(one)
                            || (one.event().equals(Occurrence.DAY_REPORTED)
                                    && last.getOrDefault(one.subject(), 0L) == one.position()))
                    .toList();
        }

        private static boolean isReport(Occurrence one) {
            return one.event().startsWith(Occurrence.DAY_REPORTED);
        }
    }

    int size() {
        return units.stream().mapToInt(own -> own.occurrences().size()).sum();
    }

    /** What of a life matters to a funnel; null when nobody can enter. */
    static @Nullable Happened of(Life life, FunnelDefinition definition) {
        var units = new ArrayList<Own>();
        new Sorting(definition).byUnit(life).forEach((userId, occurrences) -> {
            var own = own(definition, userId.isEmpty() ? null : userId, occurrences);
            if (own != null) {
                units.add(own);
            }
        });
        return units.isEmpty() ? null : new Happened(life.customerId(), units);
    }

    private static @Nullable Own own(
            FunnelDefinition definition, @Nullable String userId, List<Occurrence> occurrences) {
        occurrences.sort(null);
        var entries = IntStream.range(0, occurrences.size())
                .filter(i -> occurrences.get(i).event().equals(definition.entryEvent()))
                .limit(ENTRIES + 1)
                .toArray();
        if (entries.length == 0) {
            return null;
        }
        var days = new HashSet<String>();
        var replaced = occurrences.stream()
                .filter(Own::isReport)
                .anyMatch(report -> report.event().equals(NOTHING_REPORTED) || !days.add(report.subject()));
        if (replaced || entries.length > ENTRIES) {
            return new Own(userId, List.copyOf(occurrences), replaced);
        }
        var needed = new BitSet();
        for (int entry : entries) {
            needed.or(Journey.needed(definition, occurrences, entry));
        }
        return new Own(userId, needed.stream().mapToObj(occurrences::get).toList(), false);
    }

    /** Sorts the events of a life by who did them. */
    private static final class Sorting {

        private final boolean ofPeople;
        private final Set<String> wanted;
        private final Map<String, List<String>> features = new HashMap<>();

        Sorting(FunnelDefinition definition) {
            this.ofPeople = definition.unit() == Unit.USERS;
            this.wanted = definition.events();
        }

        Map<String, List<Occurrence>> byUnit(Life life) {
            var byUnit = new TreeMap<String, List<Occurrence>>();
            for (var event : life.events()) {
                var name = EventFacts.name(event.event());
                if (wanted.isEmpty() || wanted.contains(name)) {
                    var unit = ofPeople ? EventFacts.userId(event.event()) : "";
                    if (!ofPeople || !unit.isEmpty()) {
                        byUnit.computeIfAbsent(unit, id -> new ArrayList<>()).add(occurrence(name, event));
                    }
                }
            }
            return byUnit;
        }

        private Occurrence occurrence(String name, LifeEvent event) {
            long at = Micros.of(event.occurredAt());
            if (event.event() instanceof UsageDayReported report) {
                return new Occurrence(
                        isUse(report) ? name : NOTHING_REPORTED,
                        report.day().toString(),
                        at,
                        event.position(),
                        List.copyOf(report.features().keySet()));
            }
            // The same text is read again and again: it is kept once.
            var subject = features.computeIfAbsent(EventFacts.subject(event.event()), List::of);
            return new Occurrence(
                    name,
                    subject.getFirst(),
                    at,
                    event.position(),
                    event.event() instanceof FeatureUsed ? subject : List.of());
        }

        private static boolean isUse(UsageDayReported report) {
            return report.actions() > 0 || Objects.requireNonNullElse(report.activeUsers(), 0) > 0;
        }
    }
}
