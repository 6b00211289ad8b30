package tenure.command.imports;

import tools.jackson.databind.node.ObjectNode;

/**
 * A command made of one row.
 *
 * @param line    of the row in its file; the header is line 1
 * @param command its name, such as {@code sell-license}
 * @param key     the same for the same row, so that an import can be repeated
 * @param subject whom it is about; items about the same subject are sent in their order, others side by side
 */
public record ImportItem(String file, long line, String command, String key, String subject, ObjectNode body) {}
