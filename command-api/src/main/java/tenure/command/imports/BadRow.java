package tenure.command.imports;

/** A row that no command can be made of. */
final class BadRow extends RuntimeException {

    private final String code;

    BadRow(String code, String reason) {
        super(reason, null, false, false);
        this.code = code;
    }

    /** The same, with the column that it is about. */
    BadRow in(String column) {
        return new BadRow(code, "%s: %s".formatted(column, getMessage()));
    }

    RowProblem at(String file, long line) {
        return new RowProblem(file, line, code, String.valueOf(getMessage()));
    }
}
