package tenure.query.churnrisk.statistics;

/** One column of what is observed. */
public record Signal(String name, Direction direction) {}
