/** The catalogue of signals: what is looked at in a customer's life, each a function of what was known at the end of a day. */
@NullMarked
package tenure.query.churnrisk.signals;

import org.jspecify.annotations.NullMarked;
