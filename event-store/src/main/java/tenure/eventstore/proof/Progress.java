package tenure.eventstore.proof;

/** Is told now and then how far a long work is. */
@FunctionalInterface
public interface Progress {

    /**
     * Some more is done.
     *
     * @param done  events so far
     * @param total events that there seem to be
     */
    void at(long done, long total);
}
