/** What can be computed from observations of customers: numbers in, numbers out; no clock, no store, no chance without a seed. */
@NullMarked
package tenure.query.churnrisk.statistics;

import org.jspecify.annotations.NullMarked;
