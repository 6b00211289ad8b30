/** How risk is computed, and what is done about it: models, flags and cases. */
@NullMarked
package tenure.domain.risk;

import org.jspecify.annotations.NullMarked;
