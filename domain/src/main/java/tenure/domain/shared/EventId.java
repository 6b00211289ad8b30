package tenure.domain.shared;

/** Names a recorded event, as answers and the feed give it. */
@Limits(pattern = EventId.PATTERN)
public record EventId(String value) {

    /** A UUID in lower case. */
    public static final String PATTERN = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

    /** Checks the value. */
    public EventId {
        if (!value.matches(PATTERN)) {
            throw new InvalidValue("", "BAD_ID", "Must be the id of an event, a UUID in lower case.");
        }
    }
}
