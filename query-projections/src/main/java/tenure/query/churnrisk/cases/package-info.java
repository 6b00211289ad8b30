/** Cases: risks that somebody works on, and what was known before a customer left. */
@NullMarked
package tenure.query.churnrisk.cases;

import org.jspecify.annotations.NullMarked;
