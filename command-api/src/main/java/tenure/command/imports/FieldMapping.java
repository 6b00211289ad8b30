package tenure.command.imports;

import static java.util.stream.Collectors.toSet;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tenure.command.catalogue.CommandField;
import tenure.command.catalogue.CommandField.Form;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Reads from a mapping file how the fields of a command are filled, and checks that against what the fields hold. */
final class FieldMapping {

    private static final List<String> USUAL = List.of("column", "words", "otherwise", "default");
    private static final Map<Form, List<String>> BESIDES = Map.of(
            Form.DATE, List.of("format"),
            Form.TIME, List.of("format", "zone"),
            Form.BOOLEAN, List.of("true", "false"),
            Form.WHOLE, List.of("decimal", "minorUnits", "dividedBy"),
            Form.DECIMAL, List.of("decimal", "dividedBy"));
    private static final Map<Form, String> NAMES = Map.of(
            Form.TEXT, "text",
            Form.DATE, "a day such as \"2026-01-31\"",
            Form.TIME, "a time such as \"2026-01-31T09:30:00Z\"",
            Form.WHOLE, "a whole number",
            Form.DECIMAL, "a number",
            Form.BOOLEAN, "true or false",
            Form.LIST, "a list",
            Form.MAP, "an object",
            Form.OBJECT, "an object");
    private static final List<String> YES = List.of("true", "yes", "1");
    private static final List<String> NO = List.of("false", "no", "0");
    private static final int MOST_DECIMALS = 4;

    private final ZoneId zone;

    FieldMapping(ZoneId zone) {
        this.zone = zone;
    }

    /** An object of these fields; what is wrong with it is noted in the part. */
    FieldValue object(MappingPart part, List<CommandField> fields, String of) {
        Map<String, FieldValue> members = new LinkedHashMap<>();
        if (!part.node().isObject()) {
            part.wrong("an object of the fields of %s is expected here.".formatted(of));
            return new FieldValue.Members(members);
        }
        List<String> names = fields.stream().map(CommandField::name).toList();
        for (String name : part.node().propertyNames()) {
            if (!names.contains(name)) {
                part.unknown("%s has no field".formatted(of), name, names);
            }
        }
        for (CommandField field : fields) {
            if (part.has(field.name())) {
                members.put(field.name(), value(part.at(field.name()), field));
            } else if (field.required()) {
                part.wrong("%s needs the field %s.".formatted(of, field.name()));
            }
        }
        return new FieldValue.Members(members);
    }

    /** When a row happened. */
    FieldValue order(MappingPart part) {
        return value(part, new CommandField("order", Form.TIME, false, List.of(), List.of()));
    }

    private FieldValue value(MappingPart part, CommandField field) {
        JsonNode node = part.node();
        if (node.isObject() && node.has("constant")) {
            part.isObjectOf(List.of("constant"));
            checkWord(part.at("constant"), node.get("constant"), field);
            return new FieldValue.Constant(node.get("constant"));
        }
        return switch (field.form()) {
            case OBJECT -> object(part, field.parts(), field.name());
            case MAP -> members(part, field);
            case LIST -> elements(part, field);
            default -> cell(part, field);
        };
    }

    private FieldValue members(MappingPart part, CommandField field) {
        Map<String, FieldValue> members = new LinkedHashMap<>();
        if (part.node().isObject()) {
            for (String name : part.node().propertyNames()) {
                members.put(name, value(part.at(name), field.parts().getFirst()));
            }
        } else {
            part.wrong("an object of names and columns is expected here.");
        }
        return new FieldValue.Members(members);
    }

    private FieldValue elements(MappingPart part, CommandField field) {
        List<FieldValue> elements = new ArrayList<>();
        if (part.node().isArray()) {
            for (int index = 0; index < part.node().size(); index++) {
                elements.add(value(part.element(index), field.parts().getFirst()));
            }
        } else {
            part.wrong("a list of columns is expected here.");
        }
        return new FieldValue.Elements(elements);
    }

    private FieldValue cell(MappingPart part, CommandField field) {
        if (part.node().isString() && !part.node().stringValue().isEmpty()) {
            var whole = JsonNodeFactory.instance
                    .objectNode()
                    .put("column", part.node().stringValue());
            return cell(part.as(whole), field);
        }
        if (!part.isObjectOf(Stream.concat(USUAL.stream(), BESIDES.getOrDefault(field.form(), List.of()).stream())
                .toList())) {
            return new FieldValue.Constant(JsonNodeFactory.instance.nullNode());
        }
        Map<String, JsonNode> words = new HashMap<>();
        if (part.has("words")) {
            MappingPart table = part.at("words");
            if (table.node().isObject() && !table.node().isEmpty()) {
                for (var entry : table.node().properties()) {
                    checkWord(table.at(entry.getKey()), entry.getValue(), field);
                    words.put(entry.getKey(), entry.getValue());
                }
            } else {
                table.wrong("an object of what stands in the column and what it means is expected here.");
            }
        } else if (part.has("otherwise")) {
            part.wrong("otherwise belongs to words; for an empty cell there is default.");
        }
        return new FieldValue.Cell(
                part.needed("column"),
                reader(part, field),
                words,
                checked(part, "otherwise", field),
                checked(part, "default", field));
    }

    private CellReader reader(MappingPart part, CommandField field) {
        return switch (field.form()) {
            case DATE -> CellReader.day(format(part));
            case TIME -> CellReader.moment(format(part), part.has("zone") ? zone(part.at("zone"), zone) : zone);
            case BOOLEAN -> CellReader.truth(truths(part, "true", YES), truths(part, "false", NO));
            case WHOLE, DECIMAL ->
                CellReader.number(point(part), decimals(part), part.text("dividedBy"), field.form() == Form.WHOLE);
            default -> field.words().isEmpty() ? CellReader.text() : CellReader.oneOf(field.words());
        };
    }

    /** The zone of that name. */
    static ZoneId zone(MappingPart part, ZoneId otherwise) {
        try {
            if (part.node().isString()) {
                return ZoneId.of(part.node().stringValue());
            }
        } catch (DateTimeException unknown) {
            // Told below, as for what is no text.
        }
        part.wrong("a time zone such as Europe/Berlin is expected here.");
        return otherwise;
    }

    private static @Nullable String format(MappingPart part) {
        String pattern = part.text("format");
        if (pattern == null) {
            return null;
        }
        try {
            CellReader.format(pattern);
            return pattern;
        } catch (IllegalArgumentException notOne) {
            part.at("format").wrong("%s is no pattern of a date or time such as dd.MM.yyyy.".formatted(pattern));
            return null;
        }
    }

    private static Set<String> truths(MappingPart part, String name, List<String> usual) {
        List<String> told = part.texts(name);
        return (told.isEmpty() ? usual : told)
                .stream().map(word -> word.toLowerCase(Locale.ROOT)).collect(toSet());
    }

    private static char point(MappingPart part) {
        String point = part.text("decimal");
        if (point != null && !point.equals(".") && !point.equals(",")) {
            part.at("decimal").wrong("either . or , is expected here.");
        }
        return ",".equals(point) ? ',' : '.';
    }

    private static int decimals(MappingPart part) {
        if (!part.has("minorUnits")) {
            return 0;
        }
        JsonNode decimals = part.at("minorUnits").node();
        if (decimals.isIntegralNumber() && decimals.asLong(-1) >= 0 && decimals.asLong(-1) <= MOST_DECIMALS) {
            return decimals.intValue();
        }
        part.at("minorUnits").wrong("the number of decimals of the currency is expected here, 2 for most.");
        return 0;
    }

    private static @Nullable JsonNode checked(MappingPart part, String name, CommandField field) {
        if (!part.has(name)) {
            return null;
        }
        checkWord(part.at(name), part.node().get(name), field);
        return part.node().get(name);
    }

    private static void checkWord(MappingPart part, JsonNode value, CommandField field) {
        boolean fits = switch (field.form()) {
            case TEXT, DATE, TIME -> value.isString();
            case WHOLE -> value.isIntegralNumber();
            case DECIMAL -> value.isNumber();
            case BOOLEAN -> value.isBoolean();
            case LIST -> value.isArray();
            case MAP, OBJECT -> value.isObject();
        };
        if (!fits) {
            part.wrong("%s holds %s.".formatted(field.name(), NAMES.get(field.form())));
        } else if (!field.words().isEmpty() && !field.words().contains(value.stringValue())) {
            part.unknown("%s cannot be".formatted(field.name()), value.stringValue(), new TreeSet<>(field.words()));
        }
    }
}
