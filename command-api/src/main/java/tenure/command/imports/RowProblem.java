package tenure.command.imports;

/**
 * Why nothing came of a row.
 *
 * @param line of the row in its file; the header is line 1
 */
public record RowProblem(String file, long line, String code, String reason) {}
