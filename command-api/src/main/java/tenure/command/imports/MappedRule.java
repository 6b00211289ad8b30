package tenure.command.imports;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the rows of a file mean: one command for each row of which all conditions hold.
 *
 * @param prefix what the keys of its rows begin with
 * @param key    columns whose cells make the key of a row
 * @param body   object of the command's fields
 */
record MappedRule(String command, List<RowCondition> conditions, String prefix, List<String> key, FieldValue body) {

    private static final int BYTES_OF_A_KEY = 16;

    boolean wants(CsvRow row) {
        return conditions.stream().allMatch(condition -> condition.holds(row));
    }

    ImportItem item(CsvRow row, String subject) {
        JsonNode filled = body.of(row);
        return new ImportItem(
                row.file(),
                row.line(),
                command,
                prefix + keyOf(row),
                subject,
                filled == null ? JsonNodeFactory.instance.objectNode() : (ObjectNode) filled);
    }

    /** Cells may be long and hold anything, so a key holds their digest; each is led by its length, as none may run into the next. */
    private String keyOf(CsvRow row) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String column : key) {
                byte[] cell = row.text(column).strip().getBytes(UTF_8);
                digest.update((cell.length + ":").getBytes(UTF_8));
                digest.update(cell);
            }
            return HexFormat.of().formatHex(digest.digest(), 0, BYTES_OF_A_KEY);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
