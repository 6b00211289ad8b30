package tenure.command.imports;

/** A source that cannot be imported at all. Nothing was sent. The message is a sentence for the person who started it. */
public final class SourceRefused extends Exception {
    /** Refuses with the given sentence. */
    public SourceRefused(String sentence) {
        super(sentence);
    }
}
