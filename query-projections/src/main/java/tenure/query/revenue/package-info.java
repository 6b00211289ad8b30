/** What customers pay: churn, gross and net retention of revenue, renewals and what came of them, cohorts. */
@NullMarked
package tenure.query.revenue;

import org.jspecify.annotations.NullMarked;
