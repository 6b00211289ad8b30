package tenure.query.funnel;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What the view knows of customers, as it is read for a standpoint. */
final class Facts {

    private Facts() {}

    /** A term, a change or an end of a licence, as the table has it. */
    record Agreed(
            String customerId,
            long position,
            String licenseId,
            String kind,
            LocalDate startsOn,
            @Nullable LocalDate endsOn,
            @Nullable Integer seats,
            @Nullable String plan) {}

    /** A task is planned, completed, skipped or reopened. */
    record TaskFact(
            String customerId,
            long position,
            String onboardingId,
            String taskId,
            String kind,
            Instant occurredAt,
            @Nullable String title,
            @Nullable LocalDate dueOn,
            boolean required,
            boolean milestone) {}

    /** Something that a person did first. */
    record FirstFact(
            String customerId, String userId, FirstKind kind, String subject, long position, Instant occurredAt) {}

    /** A property of a customer from a moment on; null: it has none. */
    record PropertyFact(
            String customerId,
            long position,
            Instant occurredAt,
            @Nullable String value) {}
}
