/** How long after its commit an event reaches its readers. */
@NullMarked
package tenure.benchmark.lag;

import org.jspecify.annotations.NullMarked;
