/** Tenure itself in a process of its own, over HTTP, beside the engine in it. */
@NullMarked
package tenure.benchmark.http;

import org.jspecify.annotations.NullMarked;
