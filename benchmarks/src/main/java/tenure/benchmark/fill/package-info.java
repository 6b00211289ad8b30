/** Writes what happens in a market into a log, as fast as the log takes it. */
@NullMarked
package tenure.benchmark.fill;

import org.jspecify.annotations.NullMarked;
