package tenure.command.imports;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Where the value of a field of a command comes from. */
sealed interface FieldValue {

    /** The value for a row; null when the row has none, so that the field is left out. */
    @Nullable JsonNode of(CsvRow row);

    /** Adds the columns that are read. */
    void columns(Set<String> columns);

    /** The same for every row. */
    record Constant(JsonNode value) implements FieldValue {
        @Override
        public JsonNode of(CsvRow row) {
            return value;
        }

        @Override
        public void columns(Set<String> columns) {}
    }

    /**
     * The cell of a column.
     *
     * @param words     what is taken for what stands there; empty when the cell itself is read
     * @param otherwise what is taken for a word that is not among them; null: it costs the row
     * @param whenEmpty what is taken for an empty cell; null: the field is left out
     */
    record Cell(
            String column,
            CellReader reader,
            Map<String, JsonNode> words,
            @Nullable JsonNode otherwise,
            @Nullable JsonNode whenEmpty)
            implements FieldValue {

        @Override
        public @Nullable JsonNode of(CsvRow row) {
            String text = row.text(column).strip();
            if (text.isEmpty()) {
                return whenEmpty;
            }
            try {
                return words.isEmpty() ? reader.read(text, row) : word(text);
            } catch (BadRow bad) {
                throw bad.in(column);
            }
        }

        private JsonNode word(String text) {
            JsonNode known = words.getOrDefault(text, otherwise);
            if (known == null) {
                throw new BadRow(
                        "UNKNOWN_WORD",
                        "must be one of: %s."
                                .formatted(String.join(
                                        ", ", words.keySet().stream().sorted().toList())));
            }
            return known;
        }

        @Override
        public void columns(Set<String> columns) {
            columns.add(column);
        }
    }

    /** An object of such values; what the row has not is left out of it. */
    record Members(Map<String, FieldValue> members) implements FieldValue {
        @Override
        public @Nullable JsonNode of(CsvRow row) {
            var object = JsonNodeFactory.instance.objectNode();
            members.forEach((name, value) -> {
                JsonNode found = value.of(row);
                if (found != null) {
                    object.set(name, found);
                }
            });
            return object.isEmpty() ? null : object;
        }

        @Override
        public void columns(Set<String> columns) {
            members.values().forEach(value -> value.columns(columns));
        }
    }

    /** A list of such values; what the row has not is left out of it. */
    record Elements(List<FieldValue> elements) implements FieldValue {
        @Override
        public @Nullable JsonNode of(CsvRow row) {
            var array = JsonNodeFactory.instance.arrayNode();
            for (FieldValue element : elements) {
                JsonNode found = element.of(row);
                if (found != null) {
                    array.add(found);
                }
            }
            return array.isEmpty() ? null : array;
        }

        @Override
        public void columns(Set<String> columns) {
            elements.forEach(element -> element.columns(columns));
        }
    }
}
