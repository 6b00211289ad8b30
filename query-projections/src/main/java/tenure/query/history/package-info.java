/** What happened, from the log itself: the history and the timeline of a customer, and the search through all events. */
@NullMarked
package tenure.query.history;

import org.jspecify.annotations.NullMarked;
