/** Building a view anew from the whole log. */
@NullMarked
package tenure.benchmark.replay;

import org.jspecify.annotations.NullMarked;
