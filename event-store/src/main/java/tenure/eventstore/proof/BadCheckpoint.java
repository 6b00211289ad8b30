package tenure.eventstore.proof;

import org.jspecify.annotations.Nullable;

/** A saved checkpoint, or a key to check it with, that must not be believed; the message is a sentence. */
public final class BadCheckpoint extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadCheckpoint(String sentence) {
        this(sentence, null);
    }

    BadCheckpoint(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
