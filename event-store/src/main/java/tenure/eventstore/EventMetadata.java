package tenure.eventstore;

/** The metadata entries of a message that the log keeps in columns of their own. */
public final class EventMetadata {

    /** Who acted. */
    public static final String ACTOR = "actor";
    /** The account under which the command was sent; command keys are unique within it. */
    public static final String CALLER = "caller";
    /** Key of the command, chosen by the caller. */
    public static final String COMMAND_KEY = "commandKey";
    /** Hash of the request that the key stands for; only with it is the key remembered. */
    public static final String REQUEST_HASH = "requestHash";
    /** What binds together everything that one cause outside led to. */
    public static final String CORRELATION_ID = "correlationId";
    /** The message that led to this one. */
    public static final String CAUSATION_ID = "causationId";

    /** Resource of the unit of work that lists what was stored in it, as tracked event messages. */
    public static final String RECORDED = "tenure.recorded";

    private EventMetadata() {}
}
