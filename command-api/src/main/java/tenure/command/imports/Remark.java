package tenure.command.imports;

/**
 * Something strange about a source that costs no row, such as usage before a sign-up.
 *
 * @param text  what it is; equal ones are counted together
 * @param count how often it was met
 * @param file  where it was met first
 * @param line  where it was met first; 0 when it is no single row
 */
public record Remark(String text, long count, String file, long line) {
    Remark again() {
        return new Remark(text, count + 1, file, line);
    }
}
