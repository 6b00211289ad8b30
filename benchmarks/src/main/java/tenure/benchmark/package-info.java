/** Measures: how fast the log and its readers are, beside what else could do the same work. */
@NullMarked
package tenure.benchmark;

import org.jspecify.annotations.NullMarked;
