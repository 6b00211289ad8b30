package tenure.command.segment;

import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import tenure.command.Sha256;
import tenure.domain.shared.Checked;
import tools.jackson.databind.JsonNode;

/**
 * Makes ids of what Segment calls send. There any text is an id, an e-mail address as well; here ids are safe in a path and
 * name nobody. What is no id of ours becomes one that is always the same for the same text.
 */
final class SegmentIds {

    private static final int BYTES = 16;

    private SegmentIds() {}

    /** The id itself where it is one, else {@code s-} and the first 32 hex digits of its SHA-256. */
    static @Nullable String of(JsonNode id) {
        String text = text(id);
        return text == null ? null : text.matches(Checked.ID_PATTERN) ? text : derived("s-", text);
    }

    /** The id of a visitor whom nobody has named yet; never one of those that {@link #of} makes. */
    static @Nullable String ofAnonymous(JsonNode id) {
        String text = text(id);
        return text == null ? null : derived("a-", text);
    }

    private static @Nullable String text(JsonNode id) {
        String text = id.isString() || id.isIntegralNumber() ? id.asString() : "";
        return text.isEmpty() ? null : text;
    }

    private static String derived(String prefix, String text) {
        return prefix + HexFormat.of().formatHex(Sha256.of(text), 0, BYTES);
    }
}
