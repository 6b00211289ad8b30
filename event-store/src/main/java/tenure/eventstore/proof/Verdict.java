package tenure.eventstore.proof;

/** What is to be said of a log. */
public sealed interface Verdict {

    /**
     * Nothing speaks against it.
     *
     * @param position of the last event
     * @param hash     of the last batch
     * @param vouched  last position that a saved checkpoint vouches for, 0 when there was none
     */
    record Intact(long position, Hash hash, long vouched) implements Verdict {}

    /**
     * It is not what was written.
     *
     * @param position first bad position: the first event that is seen to be wrong or missing. Where only the hash of a
     *                 batch is wrong, it is the batch's first; where the log contradicts a checkpoint, it is the first
     *                 position after the last checkpoint that still holds
     * @param provenTo last position up to which nothing is wrong, as far as hashes and checkpoints tell
     * @param reason   a sentence
     */
    record Damaged(long position, long provenTo, String reason) implements Verdict {}
}
