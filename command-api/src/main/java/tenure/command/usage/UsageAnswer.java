package tenure.command.usage;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of many items.
 *
 * @param accepted how many were recorded
 * @param repeated how many had been recorded before under the same {@code messageId}
 * @param refused  how many were not recorded
 * @param position highest position that they were recorded at; null when nothing was
 * @param problems why each of the refused was; empty when all went well
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record UsageAnswer(
        int accepted, int repeated, int refused, @Nullable Long position, List<RefusedItem> problems) {}
