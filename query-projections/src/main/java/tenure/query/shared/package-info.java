/** What all answers have in common: the day asked about, money, cursors, refused parameters. */
@NullMarked
package tenure.query.shared;

import org.jspecify.annotations.NullMarked;
