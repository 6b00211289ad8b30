package tenure.reliability.hostile;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import tools.jackson.databind.JsonNode;

/** Writes bodies that fit a schema but for a few places. */
final class HostileBody {

    private static final List<String> MEMBERS =
            List.of("id", "__proto__", "", "occurredAt ", "OCCURREDAT", "\\u0000", "a\\ud800", "$ref");

    private final SplittableRandom random;

    /** One in this many places is hostile; 0 for none. */
    private final int oneIn;

    HostileBody(SplittableRandom random, int oneIn) {
        this.random = random;
        this.oneIn = oneIn;
    }

    String of(JsonNode schema) {
        if (oneIn > 0 && random.nextInt(oneIn) == 0) {
            return HostileText.value(random);
        }
        return switch (type(schema)) {
            case "object" -> object(schema);
            case "array" -> array(schema);
            case "boolean" -> Boolean.toString(random.nextBoolean());
            case "integer" -> integer(schema);
            case "number" -> integer(schema) + (random.nextBoolean() ? "" : ".25");
            case "null" -> "null";
            default -> '"' + text(schema) + '"';
        };
    }

    private String type(JsonNode schema) {
        var type = schema.path("type");
        return type.isArray() ? type.get(random.nextInt(type.size())).asString() : type.asString("object");
    }

    private String object(JsonNode schema) {
        var required =
                schema.path("required").valueStream().map(JsonNode::asString).toList();
        var members = new ArrayList<String>();
        schema.path("properties").properties().forEach(property -> {
            if (required.contains(property.getKey()) ? !isHostile() : random.nextBoolean()) {
                members.add('"' + property.getKey() + "\":" + of(property.getValue()));
            }
        });
        if (schema.path("additionalProperties").isObject()) {
            for (int i = random.nextInt(3); i > 0; i--) {
                members.add("\"key-" + i + "\":" + of(schema.get("additionalProperties")));
            }
        }
        if (isHostile()) {
            members.add('"' + MEMBERS.get(random.nextInt(MEMBERS.size())) + "\":" + HostileText.value(random));
        }
        if (!members.isEmpty() && isHostile()) {
            members.add(members.getFirst());
        }
        return "{" + String.join(",", members) + "}";
    }

    private boolean isHostile() {
        return oneIn > 0 && random.nextInt(2 * oneIn) == 0;
    }

    private String array(JsonNode schema) {
        var elements = new ArrayList<String>();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            elements.add(of(schema.path("items")));
        }
        return "[" + String.join(",", elements) + "]";
    }

    private String integer(JsonNode schema) {
        long least = schema.path("minimum").asLong(0);
        long greatest = schema.path("maximum").asLong(1_000);
        return Long.toString(
                switch (random.nextInt(8)) {
                    case 0 -> least;
                    case 1 -> greatest;
                    default -> least + random.nextLong(Math.clamp(greatest - least, 1, 100));
                });
    }

    private String text(JsonNode schema) {
        if (schema.has("enum")) {
            return schema.get("enum")
                    .get(random.nextInt(schema.get("enum").size()))
                    .asString();
        }
        return switch (schema.path("format").asString("")) {
            case "date" -> date();
            case "date-time" -> date() + "T12:34:56.789Z";
            default -> schema.path("pattern").asString("").contains("{3}") ? "EUR" : id();
        };
    }

    private String date() {
        return "%04d-%02d-%02d"
                .formatted(
                        random.nextInt(20) == 0 ? 1900 + random.nextInt(300) : 2023 + random.nextInt(3),
                        1 + random.nextInt(12),
                        1 + random.nextInt(28));
    }

    /** Few, so that commands meet what others have made; now and then a strange one that is allowed. */
    private String id() {
        return switch (random.nextInt(40)) {
            case 0 -> ".";
            case 1 -> "..";
            case 2 -> "-".repeat(64);
            case 3 -> "con.txt";
            default -> "h" + random.nextInt(60);
        };
    }

    static String anId(SplittableRandom random) {
        return new HostileBody(random, 0).id();
    }
}
