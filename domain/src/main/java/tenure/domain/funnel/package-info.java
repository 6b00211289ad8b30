/** Funnels as definitions: what the product computes by is history too. */
@NullMarked
package tenure.domain.funnel;

import org.jspecify.annotations.NullMarked;
