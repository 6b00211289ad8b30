/** How good models are: they are replayed over all lives, and what they said is held against what came. */
@NullMarked
package tenure.query.churnrisk.evaluation;

import org.jspecify.annotations.NullMarked;
