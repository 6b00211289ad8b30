package tenure.command.imports;

/**
 * How far an import is.
 *
 * @param rows       rows read so far
 * @param bytesRead  bytes read of the files as they lie there, so packed ones count packed
 * @param bytesTotal bytes of all files
 */
public record ImportProgress(long rows, long bytesRead, long bytesTotal) {}
