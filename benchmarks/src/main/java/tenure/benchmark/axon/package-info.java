/** Axon's own engines on PostgreSQL, at their best settings. */
@NullMarked
package tenure.benchmark.axon;

import org.jspecify.annotations.NullMarked;
