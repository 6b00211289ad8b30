/** A made-up market: companies that buy, are trained, use, ask for help, stay or leave, as events in the order of time. */
@NullMarked
package tenure.benchmark.market;

import org.jspecify.annotations.NullMarked;
