/** Segments of customers as definitions: what the product computes by is history too. */
@NullMarked
package tenure.domain.segment;

import org.jspecify.annotations.NullMarked;
