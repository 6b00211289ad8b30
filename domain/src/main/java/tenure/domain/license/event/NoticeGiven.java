package tenure.domain.license.event;

import java.time.Instant;
import java.time.LocalDate;
import tenure.domain.shared.EventName;

/**
 * The customer said that it will not go on after the last term.
 *
 * @param endsOn     first day after that term
 * @param reasonCode why, as a word to count by
 * @param reasonText why, in words; may be empty
 * @param occurredAt when notice was given
 */
@EventName("license.notice-given")
public record NoticeGiven(
        String licenseId, String customerId, LocalDate endsOn, String reasonCode, String reasonText, Instant occurredAt)
        implements LicenseEvent {}
