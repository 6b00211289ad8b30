package tenure.eventstore.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** docs/log-format.md, with its example. */
public final class FormatPage {

    private static final JsonMapper JSON = new JsonMapper();

    private final String text;

    private FormatPage(String text) {
        this.text = text;
    }

    public static FormatPage read() throws IOException {
        return new FormatPage(Files.readString(Path.of("../docs/log-format.md")));
    }

    /** The content of a block of code. */
    public String block(String language) {
        return first("(?s)```" + language + "\n(.*?)```");
    }

    /** The hash in the line of the table that begins so. */
    public String hash(String of) {
        return first("\\| " + Pattern.quote(of) + ".* \\| `([0-9a-f]{64})` \\|");
    }

    /** The lines of the exported example. */
    public List<JsonNode> export() {
        return block("ndjson").lines().map(JSON::readTree).toList();
    }

    public List<JsonNode> export(String kind) {
        return export().stream()
                .filter(line -> line.get("kind").asString().equals(kind))
                .toList();
    }

    private String first(String pattern) {
        var found = Pattern.compile(pattern).matcher(text);
        if (!found.find()) {
            throw new AssertionError("The page has no " + pattern);
        }
        return found.group(1);
    }
}
