/** The risk of losing customers: signals, models, timelines, lists, and how good all of that is. */
@NullMarked
package tenure.query.churnrisk;

import org.jspecify.annotations.NullMarked;
