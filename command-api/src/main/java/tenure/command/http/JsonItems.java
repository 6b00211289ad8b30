package tenure.command.http;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.springframework.http.MediaType;
import tenure.command.catalogue.StrictJson;
import tenure.command.problem.Problem;
import tenure.command.problem.ProblemException;
import tools.jackson.databind.JsonNode;

/** Reads many JSON documents from one body: a JSON array, or one document a line (NDJSON). */
public final class JsonItems {

    /** The media type of one document a line. */
    public static final String NDJSON = "application/x-ndjson";

    private JsonItems() {}

    /**
     * The documents of the body; a 400 when the body as a whole cannot be read.
     *
     * @param most how many there may be; more are a 413
     */
    public static List<Item> read(byte[] body, String contentType, int most) {
        boolean lines = MediaType.parseMediaType(NDJSON).isCompatibleWith(MediaType.parseMediaType(contentType));
        List<Item> items = lines ? fromLines(body, most) : fromArray(body, most);
        if (items.isEmpty()) {
            throw ProblemException.badRequest("", "EMPTY", "At least one item is expected.");
        }
        return items;
    }

    private static List<Item> fromArray(byte[] body, int most) {
        JsonNode array = StrictJson.parse(body);
        if (!array.isArray()) {
            throw ProblemException.badRequest("", "WRONG_TYPE", "Must be an array.");
        }
        mustNotBeMore(array.size(), most);
        List<Item> items = new ArrayList<>();
        for (JsonNode item : array) {
            items.add(new Item("/" + items.size(), prefix -> item));
        }
        return items;
    }

    private static List<Item> fromLines(byte[] body, int most) {
        List<String> lines =
                StrictJson.text(body).lines().filter(line -> !line.isBlank()).toList();
        mustNotBeMore(lines.size(), most);
        List<Item> items = new ArrayList<>();
        for (String line : lines) {
            items.add(new Item("/" + items.size(), prefix -> StrictJson.parse(line, prefix)));
        }
        return items;
    }

    private static void mustNotBeMore(int size, int most) {
        if (size > most) {
            throw new ProblemException(Problem.notApplied(413, "TOO_MANY", "At most %d at a time.".formatted(most)));
        }
    }

    /**
     * One document.
     *
     * @param pointer where it stands in the body
     * @param source  gives it, or a 400 when it is not JSON, whose pointer begins with the given one
     */
    public record Item(String pointer, Function<String, JsonNode> source) {}
}
