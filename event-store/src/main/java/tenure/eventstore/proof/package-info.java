/** Proves that the log is what it was: verifies it, exports it, and vouches for it with signed checkpoints. */
@NullMarked
package tenure.eventstore.proof;

import org.jspecify.annotations.NullMarked;
