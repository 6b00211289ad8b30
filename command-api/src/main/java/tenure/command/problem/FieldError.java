package tenure.command.problem;

/**
 * One thing that is wrong with a request.
 *
 * @param pointer JSON pointer to the place; empty for the whole document
 * @param code    what a client reads to tell problems apart
 * @param detail  one sentence for the person who sent it
 */
public record FieldError(String pointer, String code, String detail) {}
