package tenure.domain.shared;

/** A value or a command cannot be made of what was given. */
public final class InvalidValue extends IllegalArgumentException {

    private final String component;
    private final String code;

    /**
     * Says what is wrong with which part.
     *
     * @param component name of the record component it belongs to; empty when it is the value itself
     * @param code      what a client reads to tell problems apart, such as {@code OUT_OF_RANGE}
     * @param detail    one sentence for the person who sent it
     */
    public InvalidValue(String component, String code, String detail) {
        super(detail);
        this.component = component;
        this.code = code;
    }

    /** Name of the record component that it belongs to; empty when it is the value itself. */
    public String component() {
        return component;
    }

    /** What a client reads to tell problems apart. */
    public String code() {
        return code;
    }

    /** One sentence for the person who sent it. */
    public String detail() {
        return String.valueOf(getMessage());
    }
}
