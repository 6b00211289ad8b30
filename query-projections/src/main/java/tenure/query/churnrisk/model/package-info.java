/** Models of risk: how the signals of a day become health, risk and band. */
@NullMarked
package tenure.query.churnrisk.model;

import org.jspecify.annotations.NullMarked;
