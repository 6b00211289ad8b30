/** The seat ledger: seats sold, assigned and used, day by day, and what the gaps between them cost. */
@NullMarked
package tenure.query.seats;

import org.jspecify.annotations.NullMarked;
