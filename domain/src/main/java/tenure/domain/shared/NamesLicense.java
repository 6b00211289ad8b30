package tenure.domain.shared;

import org.jspecify.annotations.Nullable;
import tenure.domain.license.LicenseId;

/**
 * A decision about a license that is not the aggregate it is sent to. Aggregates look nothing up, so whoever sends it
 * first sees to it that the license is known.
 */
public interface NamesLicense {
    /** The license that must be known; null when it is about none. */
    @Nullable LicenseId licenseId();
}
