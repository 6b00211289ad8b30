/** Remembers: one append-only log of events on PostgreSQL, with dense positions in commit order. */
@NullMarked
package tenure.eventstore;

import org.jspecify.annotations.NullMarked;
