/** The customers on a day, by their risk. */
@NullMarked
package tenure.query.churnrisk.list;

import org.jspecify.annotations.NullMarked;
