/** What is told of the people at customers: facts, without an address of their own, that several views count. */
@NullMarked
package tenure.query.people;

import org.jspecify.annotations.NullMarked;
