package tenure.query.funnel;

import static java.util.Objects.requireNonNullElse;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tenure.query.funnel.FunnelQuestion.Order;
import tenure.query.funnel.Way.Done;

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
    private final Instant enteredAt;
    private final Instant now;
    private final @Nullable Instant leftAt;
    private final @Nullable Instant windowEndsAt;
    private final Match[] matches;
    private final Set<Integer> used = new HashSet<>();
    private boolean broken;

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

    /**
     * A way through a funnel.
     *
     * @param occurrences everything that happened before now, in its order
     * @param entry       place of the entry among them; -1 when it is before all of them
     * @param leftAt      when it left; null when it has not
     * @param now         first moment that does not count
     */
    Journey(
            FunnelDefinition definition,
            List<Occurrence> occurrences,
            int entry,
            Instant enteredAt,
            @Nullable Instant leftAt,
            Instant now) {
        this.definition = definition;
        this.occurrences = occurrences;
        this.entry = entry;
        this.enteredAt = enteredAt;
        this.leftAt = leftAt;
        this.now = now;
        this.windowEndsAt = definition.windowHours() == null
                ? null
                : afterLast(enteredAt.plus(Duration.ofHours(definition.windowHours())));
        this.matches = new Match[definition.steps().size()];
    }

    /** The way of somebody. */
    Way way(String customerId, @Nullable String userId) {
        match();
        var done = IntStream.range(0, matches.length).mapToObj(this::done).toList();
        return new Way(
                customerId,
                userId,
                1,
                enteredAt,
                entry < 0 ? List.of() : List.of(occurrences.get(entry).position()),
                leftAt,
                isRemoved(),
                Way.judge(done, definition.order() == Order.ANY));
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
                used.addAll(matches[i].indexes());
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
                    used.addAll(before.indexes());
                }
            }
        }
        before = NOT_DONE;
        from = entry + 1;
        for (int i = 0; i < matches.length; i++) {
            if (definition.steps().get(i).optional()) {
                matches[i] = find(i, from, endOfGap(i), before);
                used.addAll(matches[i].indexes());
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
            if (matches[i].isDone()) {
                next = end;
                used.addAll(matches[i].indexes());
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
        var opensAt = enteredAt.plus(Duration.ofDays(requireNonNullElse(step.fromDay(), 0)));
        var closesAt = closesAt(number, before);
        var features = new HashSet<String>();
        var found = new ArrayList<Integer>();
        for (int i = from; i < to; i++) {
            var occurrence = occurrences.get(i);
            var at = occurrence.occurredAt();
            if (closesAt != null && !at.isBefore(closesAt)) {
                break;
            }
            if (!at.isBefore(opensAt) && step.wants(occurrence) && !used.contains(i)) {
                found.add(i);
                features.addAll(occurrence.features());
                if (found.size() >= atLeast && features.size() >= distinctFeatures) {
                    return new Match(found);
                }
            }
        }
        return NOT_DONE;
    }

    /** First moment at which a step cannot be done any more; null when it always can. */
    private @Nullable Instant closesAt(int number, Match before) {
        var step = definition.steps().get(number);
        var closesAt = windowEndsAt;
        if (step.toDay() != null) {
            closesAt = earlier(closesAt, enteredAt.plus(Duration.ofDays(step.toDay() + 1L)));
        }
        if (step.withinHours() != null && (before.isDone() || number == 0)) {
            var since = before.isDone() ? occurrences.get(before.last()).occurredAt() : enteredAt;
            closesAt = earlier(closesAt, afterLast(since.plus(Duration.ofHours(step.withinHours()))));
        }
        return closesAt;
    }

    private Done done(int number) {
        var step = definition.steps().get(number);
        var match = matches[number];
        var closesAt = closesAt(number, before(number));
        var isOver = closesAt != null && !closesAt.isAfter(now);
        var positions = match.indexes().stream()
                .map(index -> occurrences.get(index).position())
                .toList();
        if (step.absent()) {
            var doneAt = !match.isDone() && isOver ? closesAt : null;
            return new Done(doneAt, doneAt != null, !match.isDone(), closesAt, step.optional(), positions);
        }
        var doneAt = match.isDone() ? occurrences.get(match.last()).occurredAt() : null;
        var canBeDone = !isOver && leftAt == null && !broken && !(step.optional() && isPassed(number));
        return new Done(
                doneAt,
                doneAt != null
                        || find(number, entry + 1, occurrences.size(), NOT_DONE).isDone(),
                canBeDone,
                closesAt,
                step.optional(),
                positions);
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
            var at = occurrences.get(i).occurredAt();
            if (occurrences.get(i).event().equals(exclusion.event())
                    && !at.isBefore(enteredAt)
                    && (before.isDone() || windowEndsAt == null || at.isBefore(windowEndsAt))) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Instant earlier(@Nullable Instant one, Instant other) {
        return one == null || other.isBefore(one) ? other : one;
    }

    /** A limit that includes its last moment ends after it. */
    private static Instant afterLast(Instant last) {
        return last.plus(1, ChronoUnit.MICROS);
    }
}
