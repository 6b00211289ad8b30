package tenure.eventstore.proof;

/**
 * A checkpoint that others can check.
 *
 * @param note text and signature
 * @param key  as {@link VerifierKey#line} writes it
 */
public record SignedCheckpoint(String note, String key) {}
