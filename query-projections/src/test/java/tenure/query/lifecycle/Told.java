package tenure.query.lifecycle;

import java.util.UUID;

/** An event as it is handed to the log, with the id that later events may name. */
public record Told(UUID eventId, Record event) {}
