package tenure.eventstore.history;

/** An event that says which one it is and where it was meant to go. */
record Noted(String stream, long id) {}
