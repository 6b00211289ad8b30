/** How everything here is measured: on one durable server, in turns, as one table. */
@NullMarked
package tenure.benchmark.measure;

import org.jspecify.annotations.NullMarked;
