package tenure.query.seats;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tenure.query.shared.Question;

/**
 * What changed a ledger. What was there before a range, and all movements in it, add up to what is there at its end.
 *
 * @param on         first day at whose end it counts
 * @param sold       seats that came, or went when it is less than 0
 * @param assigned   seats in force that somebody got, or that went with whom they had
 * @param userId     who got or gave back a seat; else null
 * @param fromUserId who had given that seat back, when it is reassigned; else null
 * @param positions  events that say so, oldest first
 */
public record SeatMovement(
        LocalDate on,
        String licenseId,
        MovementKind kind,
        long sold,
        long assigned,
        @Nullable String userId,
        @Nullable String fromUserId,
        List<Long> positions) {

    /** Why seats came or went. */
    public enum MovementKind {
        /** The first term of a license began. */
        SOLD,
        /** Another term of it began. */
        RENEWED,
        /** The customer came back, and a term was still in force. */
        WON_BACK,
        /** Seats were added within a term. */
        EXPANDED,
        /** Seats were given up within a term. */
        CONTRACTED,
        /** The plan or the price changed, but not the seats. */
        REPRICED,
        /** The license was cut short. */
        CANCELLED,
        /** A term ended, and no other was in force. */
        EXPIRED,
        /** The customer left. */
        CHURNED,
        /** A user got a seat that was free. */
        ASSIGNED,
        /** A user got a seat that somebody else had given back. */
        REASSIGNED,
        /** A user gave a seat back. */
        RELEASED;

        /** The word in answers. */
        @JsonValue
        public String word() {
            return Question.word(this);
        }
    }
}
