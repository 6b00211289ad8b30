package tenure.command.imports;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A file and what its rows mean.
 *
 * @param name     of the file, with or without its ending
 * @param optional whether it may be missing
 * @param subject  columns of whom the rows are about; the first that is not empty counts
 * @param order    when a row happened, to send the rows in that order; null: as they stand in the file
 */
record MappedFile(
        String name,
        boolean optional,
        CsvFormat format,
        List<String> subject,
        @Nullable FieldValue order,
        List<MappedRule> rules) {

    /** Every column that is read, in the order of the alphabet. */
    List<String> columns() {
        Set<String> columns = new TreeSet<>(subject);
        if (order != null) {
            order.columns(columns);
        }
        for (MappedRule rule : rules) {
            rule.body().columns(columns);
            columns.addAll(rule.key());
            rule.conditions().forEach(condition -> columns.add(condition.column()));
        }
        return List.copyOf(columns);
    }

    String subjectOf(CsvRow row) {
        return subject.stream()
                .map(column -> row.text(column).strip())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }
}
