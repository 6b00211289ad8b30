package tenure.query.shared;

/**
 * From where a question looks at history: what was true at the end of a day, as far as the log knew by a position. A late
 * fact changes what was true on past days; it does not change what was known then.
 *
 * @param asOf     what happened after it does not count
 * @param position what was recorded after it does not count
 */
public record Standpoint(AsOf asOf, long position) {}
