package tenure.command.imports;

import java.util.Set;

/**
 * What must hold of a row for a rule to apply.
 *
 * @param values what the cell must be; empty: it is only asked whether anything stands there
 * @param wanted whether it must, or must not
 */
record RowCondition(String column, Set<String> values, boolean wanted) {
    boolean holds(CsvRow row) {
        String text = row.text(column).strip();
        return wanted == (values.isEmpty() ? !text.isEmpty() : values.contains(text));
    }
}
