/** Durable appends, beside bare inserts, COPY and Axon's engines. */
@NullMarked
package tenure.benchmark.append;

import org.jspecify.annotations.NullMarked;
