package tenure.query.funnel;

import static java.util.Objects.requireNonNullElse;
import static tenure.query.funnel.Micros.NEVER;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tenure.query.funnel.FunnelQuestion.Order;

/**
 * One customer's or person's way through a defined funnel, judged at a moment. A pure function of the definition and of
 * what happened.
 *
 * <p>Time from entry is elapsed time, not calendar days (definitions.md §3.1): days 0 to 14 are the first fifteen times
 * 24 hours after entry. The earliest events that qualify are taken. What can still be done is open, never missed, so that
 * the young do not look like the lost. Who has left can do nothing more.
 */
final class Journey {

    private final FunnelDefinition definition;
    private final List<Occurrence> occurrences;
    private final int entry;
    private final long enteredAt;
    private final long windowEndsAt;
    private final Match[] matches;
    private final BitSet used = new BitSet();
    private boolean broken;
    private int lookedAt;

    /** Occurrences that did a step; none when it was not done. */
    private record Match(List<Integer> indexes) {
        boolean isDone() {
            return !indexes.isEmpty();
        }

        int last() {
            return indexes.getLast();
        }
    }

    private static final Match NOT_DONE = new Match(List.of());

    /** A way that changes more often than this needs everything. */
    private static final int MOST_CHANGES = 50;

    /**
     * A way through a funnel.
     *
     * @param occurrences everything that happened before now, in its order
     * @param entry       place of the entry among them; -1 when it is before all of them
     * @param enteredAt   moment of the entry; moments are {@link Micros}
     */
    Journey(FunnelDefinition definition, List<Occurrence> occurrences, int entry, long enteredAt) {
        this.definition = definition;
        this.occurrences = occurrences;
        this.entry = entry;
        this.enteredAt = enteredAt;
        this.windowEndsAt =
                definition.windowHours() == null ? NEVER : enteredAt + Micros.ofHours(definition.windowHours()) + 1;
        this.matches = new Match[definition.steps().size()];
        match();
    }

    /**
     * Goes the way.
     *
     * @param leftAt when it left; never when it has not
     * @param now    first moment that does not count
     */
    void go(Way way, String customerId, @Nullable String userId, long leftAt, long now) {
        way.enter(customerId, userId, enteredAt, leftAt);
        way.remove(isRemoved());
        for (int step = 0; step < matches.length; step++) {
            judge(way, step, leftAt, now);
        }
        way.explain(this::positions);
    }

    private List<Long> positions(int step) {
        var indexes = step > 0 ? matches[step - 1].indexes() : entry < 0 ? List.<Integer>of() : List.of(entry);
        return indexes.stream().map(index -> occurrences.get(index).position()).toList();
    }

    /**
     * The occurrences that a way needs: without the others it is the same, as of any moment. Steps take the earliest that
     * they can, so that a way changes only with an occurrence that completes something; before the last of these it is
     * looked at again, as if that had not happened yet.
     */
    static BitSet needed(FunnelDefinition definition, List<Occurrence> occurrences, int entry) {
        var needed = new BitSet();
        needed.set(entry);
        for (int i = entry + 1; i < occurrences.size(); i++) {
            needed.set(i, definition.isExcluded(occurrences.get(i).event()));
        }
        int end = occurrences.size();
        for (int changes = 0; end > entry + 1; changes++) {
            if (changes == MOST_CHANGES) {
                needed.set(entry, end);
                break;
            }
            end = new Journey(
                            definition,
                            occurrences.subList(0, end),
                            entry,
                            occurrences.get(entry).at())
                    .mark(needed);
        }
        return needed;
    }

    /** Marks what this way needs, and tells the place of the last that completed anything. */
    private int mark(BitSet needed) {
        int last = entry;
        for (int step = 0; step < matches.length; step++) {
            for (var match : List.of(matches[step], find(step, entry + 1, occurrences.size(), NOT_DONE))) {
                match.indexes().forEach(needed::set);
                last = match.isDone() ? Math.max(last, match.last()) : last;
            }
        }
        if (definition.order() == Order.STRICT && lookedAt > entry) {
            int lastLookedAt = Math.min(occurrences.size() - 1, lookedAt);
            needed.set(entry, lastLookedAt + 1);
            last = Math.max(last, lastLookedAt);
        }
        return last;
    }

    private void match() {
        switch (definition.order()) {
            case INDEPENDENT -> matchEach(false);
            case ANY -> matchEach(true);
            case ORDERED -> matchInOrder();
            case STRICT -> matchStrictly();
        }
    }

    private void matchEach(boolean eventsOfItsOwn) {
        for (int i = 0; i < matches.length; i++) {
            var from = eventsOfItsOwn ? entry + 1 : 0;
            matches[i] = find(i, from, occurrences.size(), i == 0 ? NOT_DONE : matches[i - 1]);
            if (eventsOfItsOwn) {
                matches[i].indexes().forEach(used::set);
            }
        }
    }

    /** First the steps that must be done; then, in the gaps between them, those that may be. */
    private void matchInOrder() {
        var before = NOT_DONE;
        var from = entry + 1;
        var going = true;
        for (int i = 0; i < matches.length; i++) {
            matches[i] = NOT_DONE;
            if (!definition.steps().get(i).optional() && going) {
                matches[i] = find(i, from, occurrences.size(), before);
                going = matches[i].isDone();
                if (going) {
                    before = matches[i];
                    from = before.last() + 1;
                    before.indexes().forEach(used::set);
                }
            }
        }
        before = NOT_DONE;
        from = entry + 1;
        for (int i = 0; i < matches.length; i++) {
            if (definition.steps().get(i).optional()) {
                matches[i] = find(i, from, endOfGap(i), before);
                matches[i].indexes().forEach(used::set);
                from = matches[i].isDone() ? matches[i].last() + 1 : from;
            } else if (matches[i].isDone()) {
                before = matches[i];
                from = before.last() + 1;
            } else {
                break;
            }
        }
    }

    private int endOfGap(int optional) {
        for (int i = optional + 1; i < matches.length; i++) {
            if (matches[i].isDone()) {
                return matches[i].last();
            }
        }
        return occurrences.size();
    }

    private void matchStrictly() {
        var next = entry + 1;
        var before = NOT_DONE;
        for (int i = 0; i < matches.length; i++) {
            matches[i] = NOT_DONE;
            if (broken) {
                continue;
            }
            var step = definition.steps().get(i);
            var end = next;
            while (end < occurrences.size() && qualifies(i, end, before) && !matches[i].isDone()) {
                end++;
                matches[i] = find(i, next, end, before);
            }
            lookedAt = Math.max(lookedAt, end);
            if (matches[i].isDone()) {
                next = end;
                matches[i].indexes().forEach(used::set);
                before = step.optional() ? before : matches[i];
            } else if (!step.optional()) {
                broken = end < occurrences.size();
                if (!broken) {
                    next = end;
                    break;
                }
            }
        }
        for (int i = 0; i < matches.length; i++) {
            matches[i] = matches[i] == null ? NOT_DONE : matches[i];
        }
    }

    private boolean qualifies(int step, int index, Match before) {
        return find(step, index, index + 1, before, 1, 0).isDone();
    }

    private Match find(int step, int from, int to, Match before) {
        var wanted = definition.steps().get(step);
        return find(step, from, to, before, wanted.atLeast(), wanted.distinctFeatures());
    }

    /** The earliest occurrences in {@code [from, to)} that do a step, when there are enough. */
    private Match find(int number, int from, int to, Match before, int atLeast, int distinctFeatures) {
        var step = definition.steps().get(number);
        long opensAt = enteredAt + Micros.ofDays(requireNonNullElse(step.fromDay(), 0));
        long closesAt = closesAt(number, before);
        var features = new HashSet<String>();
        var found = new ArrayList<Integer>();
        for (int i = from; i < to; i++) {
            var occurrence = occurrences.get(i);
            if (occurrence.at() >= closesAt) {
                break;
            }
            if (occurrence.at() >= opensAt && step.wants(occurrence) && !used.get(i)) {
                found.add(i);
                if (distinctFeatures > 0) {
                    features.addAll(occurrence.features());
                }
                if (found.size() >= atLeast && features.size() >= distinctFeatures) {
                    return new Match(found);
                }
            }
        }
        return NOT_DONE;
    }

    /** First moment at which a step cannot be done any more; never when it always can. */
    private long closesAt(int number, Match before) {
        var step = definition.steps().get(number);
        long closesAt = windowEndsAt;
        if (step.toDay() != null) {
            closesAt = Math.min(closesAt, enteredAt + Micros.ofDays(step.toDay() + 1L));
        }
        if (step.withinHours() != null && (before.isDone() || number == 0)) {
            long since = before.isDone() ? occurrences.get(before.last()).at() : enteredAt;
            closesAt = Math.min(closesAt, since + Micros.ofHours(step.withinHours()) + 1);
        }
        return closesAt;
    }

    private void judge(Way way, int number, long leftAt, long now) {
        var step = definition.steps().get(number);
        var match = matches[number];
        long closesAt = closesAt(number, before(number));
        boolean isOver = closesAt <= now;
        if (step.absent()) {
            long doneAt = !match.isDone() && isOver ? closesAt : NEVER;
            way.judge(doneAt, doneAt != NEVER, !match.isDone(), closesAt, step.optional());
            return;
        }
        long doneAt = match.isDone() ? occurrences.get(match.last()).at() : NEVER;
        way.judge(
                doneAt,
                match.isDone()
                        || find(number, entry + 1, occurrences.size(), NOT_DONE).isDone(),
                !isOver && leftAt == NEVER && !broken && !(step.optional() && isPassed(number)),
                closesAt,
                step.optional());
    }

    /** The step that a limit since the step before counts from: in an order, the last one that must be done. */
    private Match before(int number) {
        for (int i = number - 1; i >= 0; i--) {
            var ordered = definition.order() == Order.ORDERED || definition.order() == Order.STRICT;
            if (!ordered || !definition.steps().get(i).optional()) {
                return matches[i];
            }
        }
        return NOT_DONE;
    }

    /** Whether, in an order, a step after an optional one has been done already. */
    private boolean isPassed(int optional) {
        return (definition.order() == Order.ORDERED || definition.order() == Order.STRICT)
                && IntStream.range(optional + 1, matches.length).anyMatch(i -> matches[i].isDone());
    }

    private boolean isRemoved() {
        return definition.exclusions().stream().anyMatch(this::isRemovedBy);
    }

    private boolean isRemovedBy(FunnelDefinition.Exclusion exclusion) {
        var after = exclusion.after() == 0 ? null : matches[exclusion.after() - 1];
        if (after != null && !after.isDone()) {
            return false;
        }
        var before = matches[exclusion.before() - 1];
        var from = after == null ? entry + 1 : after.last() + 1;
        var to = before.isDone() ? before.last() : occurrences.size();
        for (int i = from; i < to; i++) {
            long at = occurrences.get(i).at();
            if (occurrences.get(i).event().equals(exclusion.event())
                    && at >= enteredAt
                    && (before.isDone() || at < windowEndsAt)) {
                return true;
            }
        }
        return false;
    }
}
