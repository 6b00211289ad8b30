package tenure.eventstore.proof;

/**
 * Events that were written together.
 *
 * @param recordedMicros since 1970
 * @param previous       hash of the batch before
 * @param hash           over {@code previous} and the leaves of the events
 */
record BatchRow(long first, long last, long recordedMicros, Hash previous, Hash hash) {

    @Override
    public String toString() {
        return first == last ? "the batch " + first : "the batch " + first + "–" + last;
    }
}
