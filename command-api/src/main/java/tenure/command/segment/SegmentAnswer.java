package tenure.command.segment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import tenure.command.usage.RefusedItem;

/**
 * What Segment's own service answers, and which calls were not taken. They are a success all the same, as sending them again
 * would not help.
 *
 * @param success always true
 * @param refused calls that were not taken, and why; left out when there are none
 */
record SegmentAnswer(
        boolean success,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<RefusedItem> refused) {}
