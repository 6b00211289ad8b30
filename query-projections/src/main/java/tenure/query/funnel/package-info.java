/** Funnels: how many customers reached each step, who can still get there, who cannot. */
@NullMarked
package tenure.query.funnel;

import org.jspecify.annotations.NullMarked;
