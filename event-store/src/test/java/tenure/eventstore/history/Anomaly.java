package tenure.eventstore.history;

/**
 * What a history shows that must not be.
 *
 * @param detail enough to find it again
 */
record Anomaly(Kind kind, String detail) {

    enum Kind {
        /** An acknowledged append is not in the log. */
        LOST,
        /** An event has two places, or two appends have one. */
        TWICE,
        /** A reader was handed positions, or versions, that do not follow each other. */
        HOLE,
        /** Two readers were handed different events for one place. */
        READERS_DISAGREE,
        /** An event was read before anybody asked to append it. */
        FROM_THE_FUTURE,
        /** An event was read that nobody asked to append. */
        FROM_NOWHERE,
        /** A read did not show what had been acknowledged, or read by somebody, before it began. */
        STALE,
        /** A client saw the log, or a stream, shorter than it had seen it before. */
        WENT_BACK,
        /** Two appends were stored under the same version of a stream. */
        TWO_WINNERS,
        /** An append was stored under another version than the one it insisted on. */
        WRONG_VERSION,
        /** A refused append is in the log. */
        REFUSED_YET_STORED,
        /** An append was refused although nobody else could have taken its version. */
        REFUSED_FOR_NOTHING,
        /** An append that began after another was acknowledged stands before it. */
        ORDER_REVERSED,
        /** An event is not what its client was told, or asked for: another place, another stream. */
        NOT_AS_ACKNOWLEDGED
    }

    @Override
    public String toString() {
        return kind + ": " + detail;
    }
}
