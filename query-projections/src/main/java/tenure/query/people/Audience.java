package tenure.query.people;

import java.util.Map;

/**
 * Who at a customer is meant to use what was bought.
 *
 * @param position    the event that says so
 * @param departments users expected, by department
 */
public record Audience(long position, Map<String, Long> departments) {}
