package tenure.command.imports;

/** An import cannot go on. Repeating it is safe. The message is a sentence for the person who started it. */
public final class ImportStopped extends RuntimeException {
    /** Stops with the given sentence. */
    public ImportStopped(String sentence) {
        super(sentence);
    }
}
