package tenure.query.support;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tenure.query.support.TicketFact.Kind;

/**
 * A ticket, as its facts tell when they are put in the order in which they happened. Of what happened at the same moment
 * the log's order counts; of several openings, the one recorded last. As there are very many, it keeps what is asked of it
 * and not the facts.
 */
final class Ticket {

    private static final String OPEN = "open";
    private static final String RESOLVED = "resolved";
    private static final String CLOSED = "closed";

    private final String ticketId;
    private final Instant firstHeardOf;
    private final long[] positions;
    private final int escalations;
    private String customerId = "";
    private String userId = "";
    private String matter = "other";
    private String priority = "normal";
    private String status = OPEN;
    private @Nullable String feature;
    private @Nullable String level;
    private @Nullable Integer rating;
    private @Nullable Instant openedAt;
    private @Nullable Instant firstRespondedAt;
    private @Nullable Instant resolvedAt;
    private @Nullable Instant closedAt;
    private boolean openAgain;
    private int reopenings;

    /** A ticket from its facts, one at least, in the order in which they happened. */
    Ticket(List<TicketFact> facts) {
        this.ticketId = facts.getFirst().ticketId();
        this.firstHeardOf = facts.getFirst().occurredAt();
        this.positions = facts.stream().mapToLong(TicketFact::position).sorted().toArray();
        this.escalations = (int) facts.stream()
                .filter(fact -> fact.kind() == Kind.ESCALATED)
                .map(TicketFact::occurredAt)
                .distinct()
                .count();
        var opening = facts.stream()
                .filter(fact -> fact.kind() == Kind.OPENED)
                .mapToLong(TicketFact::position)
                .max()
                .orElse(0);
        facts.stream()
                .filter(fact -> fact.kind() != Kind.OPENED || fact.position() == opening)
                .forEach(this::take);
    }

    private void take(TicketFact fact) {
        var when = fact.occurredAt();
        customerId = fact.customerId().isEmpty() ? customerId : fact.customerId();
        switch (fact.kind()) {
            case OPENED -> {
                openedAt = when;
                userId = fact.userId();
                about(fact);
                resolvedAt = null;
                closedAt = null;
                settleOrOpen(told(fact), when);
            }
            case CLASSIFIED -> about(fact);
            case FIRST_RESPONDED -> firstRespondedAt = firstRespondedAt == null ? when : firstRespondedAt;
            case STATUS_CHANGED -> {
                var before = isSettled();
                settleOrOpen(told(fact), when);
                if (before && !isSettled()) {
                    reopened();
                }
            }
            case ESCALATED -> {
                // Counted already: what is told twice of one moment counts once.
            }
            case RESOLVED -> settleOrOpen(RESOLVED, when);
            case CLOSED -> settleOrOpen(CLOSED, when);
            case REOPENED -> {
                settleOrOpen(OPEN, when);
                reopened();
            }
            case RATED -> rating = fact.rating();
        }
    }

    private static String told(TicketFact fact) {
        var status = fact.status();
        return status == null ? OPEN : status;
    }

    private void about(TicketFact fact) {
        matter = fact.matter() == null ? matter : fact.matter();
        feature = fact.feature() == null ? feature : fact.feature();
        level = fact.level() == null ? level : fact.level();
        priority = fact.priority() == null ? priority : fact.priority();
    }

    private void settleOrOpen(String now, Instant when) {
        status = now;
        switch (now) {
            case RESOLVED -> resolvedAt = resolvedAt == null ? when : resolvedAt;
            case CLOSED -> closedAt = closedAt == null ? when : closedAt;
            default -> {
                resolvedAt = null;
                closedAt = null;
            }
        }
        if (isSettled()) {
            openAgain = false;
        }
    }

    /** A help desk may tell of one reopening in two ways; it counts once until the ticket is settled again. */
    private void reopened() {
        if (!openAgain) {
            reopenings++;
            openAgain = true;
        }
    }

    String ticketId() {
        return ticketId;
    }

    /** Whose it is; empty when nobody knew. */
    String customerId() {
        return customerId;
    }

    /** Who asked; empty when nobody knew. */
    String userId() {
        return userId;
    }

    String matter() {
        return matter;
    }

    @Nullable String feature() {
        return feature;
    }

    /** The level that was told of the ticket itself; null when none was. */
    @Nullable String toldLevel() {
        return level;
    }

    String priority() {
        return priority;
    }

    String status() {
        return status;
    }

    @Nullable Integer rating() {
        return rating;
    }

    /** When it was opened, or first heard of when nobody told of its opening. */
    Instant begunAt() {
        return openedAt == null ? firstHeardOf : openedAt;
    }

    @Nullable Instant openedAt() {
        return openedAt;
    }

    @Nullable Instant firstRespondedAt() {
        return firstRespondedAt;
    }

    /** When it was resolved, if it still is. */
    @Nullable Instant resolvedAt() {
        return resolvedAt;
    }

    /** When it was closed, if it still is. */
    @Nullable Instant closedAt() {
        return closedAt;
    }

    boolean isSettled() {
        return resolvedAt != null || closedAt != null;
    }

    /** When it was resolved or closed, whichever was first; null while it is open. */
    @Nullable Instant settledAt() {
        return Stream.of(resolvedAt == null ? Instant.MAX : resolvedAt, closedAt == null ? Instant.MAX : closedAt)
                .min(Comparator.naturalOrder())
                .filter(time -> time.isBefore(Instant.MAX))
                .orElse(null);
    }

    int reopenings() {
        return reopenings;
    }

    int escalations() {
        return escalations;
    }

    /** Positions of its facts, oldest first. */
    List<Long> positions() {
        return Arrays.stream(positions).boxed().toList();
    }
}
