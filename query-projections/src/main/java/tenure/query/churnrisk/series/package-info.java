/** The risk of every customer on every day, kept in memory: what lists are made of. */
@NullMarked
package tenure.query.churnrisk.series;

import org.jspecify.annotations.NullMarked;
