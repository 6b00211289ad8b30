package tenure.query.funnel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tenure.domain.customer.event.CustomerRegistered;
import tenure.domain.customer.event.OwnerAssigned;
import tenure.domain.customer.event.ProfileChanged;
import tenure.domain.funnel.event.FunnelDefined;
import tenure.domain.license.event.LicenseCancelled;
import tenure.domain.license.event.LicenseRenewed;
import tenure.domain.license.event.LicenseSold;
import tenure.domain.license.event.PlanChanged;
import tenure.domain.license.event.SeatsChanged;
import tenure.domain.onboarding.event.OnboardingStarted;
import tenure.domain.onboarding.event.TaskCompleted;
import tenure.domain.onboarding.event.TaskOverdue;
import tenure.domain.onboarding.event.TaskReopened;
import tenure.domain.onboarding.event.TaskSkipped;
import tenure.domain.training.event.CoursePublished;
import tenure.domain.training.event.CourseRetired;
import tenure.domain.training.event.TrainingEvent;
import tenure.domain.usage.event.FeatureCataloged;
import tenure.domain.usage.event.FeatureUsed;
import tenure.domain.usage.event.UsageDayReported;
import tenure.eventstore.read.RecordedEvent;
import tenure.query.projection.Projection.Happening;

/** The rows of a page of events. */
final class FunnelPage {

    static final String DAY_REPORTED = "usage.day-reported";

    /** Where occurrences are merged; the place is 0, or that of the event where each stays by itself. */
    record Heap(String customerId, String event, String userId, String subject, LocalDate day, long apart) {}

    /** Occurrences by place and time, in the order of the log. */
    record Heaped(List<Long> positions, List<Long> times, boolean happened, List<String> features) {}

    /** One that was the first of its kind when it became known, as far as this page tells. */
    record First(String customerId, String userId, FirstKind kind, String subject, long position, Instant occurredAt) {}

    /** What is agreed of a licence. */
    record Contract(
            RecordedEvent event,
            String licenseId,
            String kind,
            LocalDate startsOn,
            @Nullable LocalDate endsOn,
            @Nullable Integer seats,
            @Nullable String plan) {}

    /** What is told of a task. */
    record Told(
            RecordedEvent event,
            String onboardingId,
            String taskId,
            String kind,
            OnboardingStarted.@Nullable Task plan) {}

    /** A property of a customer; null: it has none any more. */
    record Property(
            RecordedEvent event, String property, @Nullable String value) {}

    /** A feature or course, and whether it counts: as a value event, or as required. */
    record Entry(RecordedEvent event, String id, boolean counts) {}

    /** A definition. */
    record Definition(FunnelDefinition definition, long position) {}

    final Map<Heap, Heaped> occurrences = new LinkedHashMap<>();
    final List<First> firsts = new ArrayList<>();
    /** Those that were not the first, which count once one of their kind is withdrawn. */
    final List<First> notFirst = new ArrayList<>();

    final List<Contract> contracts = new ArrayList<>();
    final List<Told> tasks = new ArrayList<>();
    final List<Property> properties = new ArrayList<>();
    final List<Entry> features = new ArrayList<>();
    final List<Entry> courses = new ArrayList<>();
    final List<Definition> definitions = new ArrayList<>();
    final Withdrawals withdrawals = new Withdrawals();

    private final Map<List<String>, Instant> earliest = new LinkedHashMap<>();

    void add(Happening happening) {
        var recorded = happening.recorded();
        var event = happening.event();
        withdrawals.add(event, recorded.position());
        switch (event) {
            case FunnelDefined defined ->
                definitions.add(new Definition(FunnelDefinition.of(defined), recorded.position()));
            case FeatureCataloged feature -> features.add(new Entry(recorded, feature.feature(), feature.valueEvent()));
            case CoursePublished course -> courses.add(new Entry(recorded, course.courseId(), course.required()));
            case CourseRetired course -> courses.add(new Entry(recorded, course.courseId(), false));
            default -> {
                // Of customers: below.
            }
        }
        if (recorded.customerId() != null) {
            occurred(recorded.customerId(), recorded, event);
            agreed(recorded, event);
            planned(recorded, event);
            described(recorded, event);
        }
    }

    private void occurred(String customerId, RecordedEvent recorded, Object event) {
        var userId = Objects.requireNonNullElse(recorded.userId(), "");
        var report = event instanceof UsageDayReported day ? day : null;
        var subject = report == null ? subject(event) : report.day().toString();
        var heap = new Heap(
                customerId,
                recorded.type(),
                userId,
                subject,
                LocalDate.ofInstant(recorded.occurredAt(), ZoneOffset.UTC),
                report == null ? 0 : recorded.position());
        var heaped = occurrences.computeIfAbsent(
                heap,
                place -> new Heaped(
                        new ArrayList<>(),
                        new ArrayList<>(),
                        report == null || isUse(report),
                        report == null
                                ? List.of()
                                : List.copyOf(report.features().keySet())));
        heaped.positions().add(recorded.position());
        heaped.times().add(Micros.of(recorded.occurredAt()));
        if (!userId.isEmpty()) {
            for (var kind : FirstKind.of(recorded.type())) {
                first(customerId, userId, kind, kind.bySubject() ? subject : "", recorded);
            }
        }
    }

    private void first(String customerId, String userId, FirstKind kind, String subject, RecordedEvent recorded) {
        var key = List.of(customerId, userId, kind.word(), subject);
        var known = earliest.get(key);
        var row = new First(customerId, userId, kind, subject, recorded.position(), recorded.occurredAt());
        if (known == null || recorded.occurredAt().isBefore(known)) {
            earliest.put(key, recorded.occurredAt());
            firsts.add(row);
        } else {
            notFirst.add(row);
        }
    }

    private static boolean isUse(UsageDayReported report) {
        return report.actions() > 0 || Objects.requireNonNullElse(report.activeUsers(), 0) > 0;
    }

    private static String subject(Object event) {
        return switch (event) {
            case FeatureUsed used -> used.feature();
            case TrainingEvent training -> training.courseId();
            case TaskCompleted task -> task.taskId();
            case TaskSkipped task -> task.taskId();
            case TaskReopened task -> task.taskId();
            case TaskOverdue task -> task.taskId();
            default -> "";
        };
    }

    private void agreed(RecordedEvent recorded, Object event) {
        switch (event) {
            case LicenseSold sold ->
                contracts.add(new Contract(
                        recorded, sold.licenseId(), "term", sold.startsOn(), sold.endsOn(), sold.seats(), sold.plan()));
            case LicenseRenewed renewed ->
                contracts.add(new Contract(
                        recorded,
                        renewed.licenseId(),
                        "term",
                        renewed.startsOn(),
                        renewed.endsOn(),
                        renewed.seats(),
                        renewed.plan()));
            case SeatsChanged changed ->
                contracts.add(new Contract(
                        recorded, changed.licenseId(), "change", changed.effectiveOn(), null, changed.seats(), null));
            case PlanChanged changed ->
                contracts.add(new Contract(
                        recorded, changed.licenseId(), "change", changed.effectiveOn(), null, null, changed.plan()));
            case LicenseCancelled cancelled ->
                contracts.add(new Contract(
                        recorded, cancelled.licenseId(), "end", cancelled.effectiveOn(), null, null, null));
            default -> {
                // Nothing is agreed.
            }
        }
    }

    private void planned(RecordedEvent recorded, Object event) {
        switch (event) {
            case OnboardingStarted started ->
                started.tasks()
                        .forEach(task ->
                                tasks.add(new Told(recorded, started.onboardingId(), task.taskId(), "planned", task)));
            case TaskCompleted task ->
                tasks.add(new Told(recorded, task.onboardingId(), task.taskId(), "completed", null));
            case TaskSkipped task -> tasks.add(new Told(recorded, task.onboardingId(), task.taskId(), "skipped", null));
            case TaskReopened task ->
                tasks.add(new Told(recorded, task.onboardingId(), task.taskId(), "reopened", null));
            default -> {
                // No task.
            }
        }
    }

    private void described(RecordedEvent recorded, Object event) {
        switch (event) {
            case CustomerRegistered customer -> {
                properties.add(new Property(recorded, "name", customer.name()));
                customer.profile().forEach((key, value) -> profile(recorded, key, value));
            }
            case ProfileChanged changed -> {
                if (changed.name() != null) {
                    properties.add(new Property(recorded, "name", changed.name()));
                }
                changed.removed().forEach(key -> profile(recorded, key, null));
                changed.profile().forEach((key, value) -> profile(recorded, key, value));
            }
            case OwnerAssigned assigned -> properties.add(new Property(recorded, "owner", assigned.owner()));
            default -> {
                // Says nothing about the customer.
            }
        }
    }

    private void profile(RecordedEvent recorded, String key, @Nullable String value) {
        properties.add(new Property(recorded, "profile." + key, value));
    }
}
