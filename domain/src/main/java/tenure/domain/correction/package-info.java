/** What is said of facts that are recorded already. */
@NullMarked
package tenure.domain.correction;

import org.jspecify.annotations.NullMarked;
