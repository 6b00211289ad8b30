package tenure.query.shared;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A count and where to find what was counted.
 *
 * @param value   how many
 * @param explain address of a read that lists the events behind it; what they count for adds up to the value
 */
public record Figure(long value, String explain) {

    /**
     * A figure as it is seen from a standpoint. The address names the position, so that it says the same for ever.
     *
     * @param name       such as {@code seats.trained}
     * @param parameters names and values in turn, such as {@code customer} and its id; one whose value is null is left out
     */
    public static Figure of(long value, String name, Standpoint at, @Nullable String... parameters) {
        var address = new StringBuilder("/api/v1/explain?figure=").append(name);
        for (int i = 0; i < parameters.length; i += 2) {
            if (parameters[i + 1] != null) {
                address.append('&')
                        .append(parameters[i])
                        .append('=')
                        .append(URLEncoder.encode(parameters[i + 1], StandardCharsets.UTF_8));
            }
        }
        return new Figure(
                value,
                address.append("&asOf=")
                        .append(at.asOf().day())
                        .append("&knownAt=")
                        .append(at.position())
                        .toString());
    }
}
