package tenure.command.catalogue;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tenure.command.problem.ProblemException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads JSON from strangers: UTF-8 only, nothing twice, nothing after the end, nothing deeper or longer than is sane. */
public final class StrictJson {

    private static final int DEEPEST = 64;
    private static final int LONGEST_NUMBER = 100;
    private static final int LONGEST_NAME = 512;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNumberLength(LONGEST_NUMBER)
                            .maxNameLength(LONGEST_NAME)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private StrictJson() {}

    /** The document in the bytes, or a 400 that points to what is wrong. */
    public static JsonNode parse(byte[] document) {
        return parse(text(document), "");
    }

    /** The text of the bytes, or a 400 that names the first byte which is not UTF-8. */
    public static String text(byte[] document) {
        if (document.length >= 3
                && document[0] == (byte) 0xEF
                && document[1] == (byte) 0xBB
                && document[2] == (byte) 0xBF) {
            throw ProblemException.badRequest("", "BYTE_ORDER_MARK", "Leave out the byte order mark at byte 0.");
        }
        ByteBuffer bytes = ByteBuffer.wrap(document);
        CharBuffer chars = CharBuffer.allocate(document.length);
        CoderResult result = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(bytes, chars, true);
        if (result.isError()) {
            throw ProblemException.badRequest("", "NOT_UTF_8", "Not UTF-8 at byte %d.".formatted(bytes.position()));
        }
        return chars.flip().toString();
    }

    /**
     * The document in the text, or a 400 that points to what is wrong.
     *
     * @param prefix pointer to the document within the request
     */
    public static JsonNode parse(String text, String prefix) {
        try (JsonParser parser = JSON.createParser(text)) {
            try {
                JsonNode node = JSON.readTree(parser);
                if (node == null || node.isMissingNode()) {
                    throw ProblemException.badRequest(prefix, "EMPTY", "A JSON document is expected.");
                }
                if (parser.nextToken() != null) {
                    throw ProblemException.badRequest(prefix, "TRAILING_CONTENT", at("More after the end", parser));
                }
                return node;
            } catch (JacksonException broken) {
                String pointer = prefix + parser.streamReadContext().pathAsPointer();
                throw ProblemException.badRequest(
                        SafeText.of(pointer, SafeText.POINTER), codeOf(broken), at(sentence(broken), parser));
            }
        }
    }

    /** The same document with the members of every object in the order of their names: equal content, equal text. */
    public static String canonical(JsonNode node) {
        return sorted(node).toString();
    }

    private static JsonNode sorted(JsonNode node) {
        return switch (node) {
            case ObjectNode object -> {
                ObjectNode copy = JsonNodeFactory.instance.objectNode();
                var members = new TreeMap<String, JsonNode>();
                object.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
                members.forEach((name, value) -> copy.set(name, sorted(value)));
                yield copy;
            }
            case ArrayNode array -> {
                ArrayNode copy = JsonNodeFactory.instance.arrayNode();
                array.values().forEach(element -> copy.add(sorted(element)));
                yield copy;
            }
            default -> node;
        };
    }

    private static String codeOf(JacksonException broken) {
        String message = message(broken);
        if (broken instanceof StreamConstraintsException) {
            return message.contains("nesting") ? "TOO_DEEP" : message.contains("Number") ? "OUT_OF_RANGE" : "TOO_LONG";
        }
        return message.startsWith("Duplicate") ? "DUPLICATE_FIELD" : "MALFORMED_JSON";
    }

    private static String sentence(JacksonException broken) {
        return switch (codeOf(broken)) {
            case "TOO_DEEP" -> "Nested deeper than " + DEEPEST + " levels";
            case "OUT_OF_RANGE" -> "A number of more than " + LONGEST_NUMBER + " digits";
            case "TOO_LONG" -> "A name or text that is too long";
            case "DUPLICATE_FIELD" -> "The same field twice";
            default -> "Not JSON";
        };
    }

    private static String message(JacksonException broken) {
        @Nullable String message = broken.getOriginalMessage();
        return message == null ? "" : message;
    }

    private static String at(String what, JsonParser parser) {
        var place = parser.currentLocation();
        return "%s, at line %d, column %d.".formatted(what, place.getLineNr(), place.getColumnNr());
    }
}
