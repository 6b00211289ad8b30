/** Customers as rows: who they are, their terms and seats, what they use, on any day. */
@NullMarked
package tenure.query.customers;

import org.jspecify.annotations.NullMarked;
