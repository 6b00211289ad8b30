package tenure.benchmark.market;

import org.jspecify.annotations.Nullable;

/** A stream of the log as it grows. */
final class History {

    private final String stream;
    private final @Nullable String kind;
    private long length;

    private History(String stream, @Nullable String kind) {
        this.stream = stream;
        this.kind = kind;
    }

    /**
     * Of an aggregate.
     *
     * @param kind simple name of its class, as Axon calls it
     */
    static History of(Object id, String kind) {
        return new History(id.toString(), kind);
    }

    /** Of facts, which no aggregate decides on. */
    static History ofFacts(Object stream) {
        return new History(stream.toString(), null);
    }

    String stream() {
        return stream;
    }

    @Nullable String kind() {
        return kind;
    }

    long nextVersion() {
        return length++;
    }
}
