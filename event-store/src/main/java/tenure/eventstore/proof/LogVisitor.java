package tenure.eventstore.proof;

/**
 * Is shown the log in order: each batch, then its events. Shown is what stands there, however wrong it is: an event that
 * no batch covers comes after all batches, one that is there twice comes twice.
 */
interface LogVisitor {

    /** Returns whether to go on. */
    boolean batch(BatchRow batch);

    /**
     * Returns whether to go on.
     *
     * @param event only good until this returns
     */
    boolean event(EventRow event);
}
