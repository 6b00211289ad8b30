/** What customers did with the product: recorded as it is reported, not decided. */
@NullMarked
package tenure.domain.usage;

import org.jspecify.annotations.NullMarked;
