/** What everybody writes and reads. */
@NullMarked
package tenure.benchmark.event;

import org.jspecify.annotations.NullMarked;
