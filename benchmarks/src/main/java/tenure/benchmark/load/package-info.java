/** Loading aggregates: all events of one stream. */
@NullMarked
package tenure.benchmark.load;

import org.jspecify.annotations.NullMarked;
