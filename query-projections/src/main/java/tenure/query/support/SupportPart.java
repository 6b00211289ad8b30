package tenure.query.support;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tenure.query.shared.Question;

/** What can be counted of tickets. */
enum SupportPart {
    /** All. */
    TICKETS,
    /** Neither resolved nor closed. */
    OPEN,
    /** Open, and nobody has responded yet. */
    UNANSWERED,
    /** Opened again at least once. */
    REOPENED,
    /** Escalated at least once. */
    ESCALATED,
    /** Responded to, not before they were opened. */
    ANSWERED,
    /** Resolved or closed, not before they were opened. */
    SETTLED,
    /** Rated by whoever asked. */
    RATED,
    /** The ratings of these, added up. */
    RATING_POINTS,
    /** Of a known level. */
    CLASSIFIED,
    /** Of the introductory level. */
    INTRODUCTORY,
    /** Of the advanced level. */
    ADVANCED;

    private static final String PREFIX = "support.";

    /** What a ticket counts for. */
    long counts(SeenTicket seen) {
        var ticket = seen.ticket();
        var rating = ticket.rating();
        return switch (this) {
            case TICKETS -> 1;
            case OPEN -> one(!ticket.isSettled());
            case UNANSWERED -> one(!ticket.isSettled() && ticket.firstRespondedAt() == null);
            case REOPENED -> one(ticket.reopenings() > 0);
            case ESCALATED -> one(ticket.escalations() > 0);
            case ANSWERED -> one(seen.secondsToFirstResponse() != null);
            case SETTLED -> one(seen.secondsToSettlement() != null);
            case RATED -> one(rating != null);
            case RATING_POINTS -> rating == null ? 0 : rating;
            case CLASSIFIED -> one(seen.level() != null);
            case INTRODUCTORY -> one("introductory".equals(seen.level()));
            case ADVANCED -> one("advanced".equals(seen.level()));
        };
    }

    private static long one(boolean counts) {
        return counts ? 1 : 0;
    }

    String figure() {
        return PREFIX + Question.word(this);
    }

    static Set<String> figures() {
        return Stream.of(values()).map(SupportPart::figure).collect(Collectors.toSet());
    }

    static SupportPart of(String figure) {
        return valueOf(figure.substring(PREFIX.length()).replace('-', '_').toUpperCase(Locale.ROOT));
    }
}
