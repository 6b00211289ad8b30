package tenure.query.dataquality;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tenure.query.dataquality.DataQuality.Contradiction;
import tenure.query.shared.Question;

/**
 * The events of a life and a day that contradict something in one way.
 *
 * @param subject   the user, the ticket, or the user and the course; empty when they name none
 * @param positions of all of them, in the order of the log
 */
record Found(ContradictionKind kind, String subject, LocalDate day, List<Long> positions) {

    /** Most positions that an answer names. */
    private static final int POSITIONS = 100;

    /** As they are listed: what is told of a ticket stands one by one. */
    static final Comparator<Found> ORDER = Comparator.comparing((Found found) -> Question.word(found.kind()))
            .thenComparing(Found::subject)
            .thenComparing(Found::day)
            .thenComparing(found -> found.positions().getFirst());

    Contradiction of(@Nullable String customerId) {
        return new Contradiction(
                Question.word(kind),
                customerId,
                subject.isEmpty() ? null : subject,
                day,
                positions.size(),
                positions.subList(0, Math.min(POSITIONS, positions.size())));
    }
}
