/** Commands through Axon, on Tenure's log and on Axon's JDBC engine. */
@NullMarked
package tenure.benchmark.command;

import org.jspecify.annotations.NullMarked;
