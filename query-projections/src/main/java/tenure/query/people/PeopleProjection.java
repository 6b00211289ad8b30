package tenure.query.people;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tenure.domain.correction.event.FactRetracted;
import tenure.domain.customer.event.AudienceDefined;
import tenure.domain.customer.event.CustomerChurned;
import tenure.domain.customer.event.CustomerRegistered;
import tenure.domain.customer.event.CustomerWonBack;
import tenure.domain.training.event.CourseEvent;
import tenure.domain.training.event.CoursePublished;
import tenure.domain.training.event.CourseRetired;
import tenure.domain.training.event.TrainingAssigned;
import tenure.domain.training.event.TrainingCompleted;
import tenure.domain.training.event.TrainingEvent;
import tenure.domain.training.event.TrainingStarted;
import tenure.domain.usage.event.FeatureCataloged;
import tenure.domain.usage.event.FeatureUsed;
import tenure.domain.usage.event.LoggedOn;
import tenure.domain.usage.event.UsageDayReported;
import tenure.domain.usage.event.UsageEvent;
import tenure.domain.user.event.UserActivated;
import tenure.domain.user.event.UserDeactivated;
import tenure.domain.user.event.UserErased;
import tenure.domain.user.event.UserEvent;
import tenure.domain.user.event.UserInvited;
import tenure.domain.user.event.UserReactivated;
import tenure.domain.user.event.UserRoleChanged;
import tenure.eventstore.read.Detail;
import tenure.eventstore.read.EventLog;
import tenure.query.people.PeopleFacts.CustomerFact;
import tenure.query.people.PeopleFacts.Withdrawn;
import tenure.query.people.PersonFact.Kind;
import tenure.query.people.UsageDays.CustomerDay;
import tenure.query.projection.Projection;
import tenure.query.shared.Facts;

/** Keeps what is told of the people at customers. What names no customer belongs to nobody here. */
@Component
public class PeopleProjection implements Projection {

    /** Its name in addresses and tables. */
    public static final String NAME = "people";

    private final PeopleFacts table;
    private final UsageDays usageDays;
    private final EventLog log;

    PeopleProjection(PeopleFacts table, UsageDays usageDays, EventLog log) {
        this.table = table;
        this.usageDays = usageDays;
        this.log = log;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> tables() {
        return Set.of(
                "customer_fact",
                "person_fact",
                "use_of_day",
                "total_of_day",
                "course_fact",
                "feature_fact",
                "audience_fact",
                "withdrawn_fact",
                "usage_day");
    }

    @Override
    public Collection<Class<?>> events() {
        return List.of(
                CustomerRegistered.class,
                CustomerChurned.class,
                CustomerWonBack.class,
                AudienceDefined.class,
                UserEvent.class,
                CourseEvent.class,
                TrainingEvent.class,
                UsageEvent.class,
                FactRetracted.class);
    }

    @Override
    public void apply(List<Happening> page) {
        var rows = new Page();
        page.forEach(rows::add);
        table.customers(rows.customers);
        table.persons(rows.persons);
        table.uses(List.copyOf(rows.uses.values()));
        table.totals(rows.totals);
        table.features(rows.features);
        table.courses(rows.courses);
        var withdrawn = withdrawn(rows.withdrawals);
        table.withdrawn(withdrawn);

        var days = new LinkedHashSet<CustomerDay>();
        rows.uses.values().forEach(use -> days.add(new CustomerDay(use.customerId(), use.day())));
        rows.totals.forEach(total -> days.add(new CustomerDay(total.customerId(), total.day())));
        withdrawn.forEach(fact -> days.add(new CustomerDay(fact.customerId(), fact.day())));
        usageDays.sum(days);
    }

    /** Only what was recorded before can be withdrawn, so that it does not matter when this is looked up. */
    private List<Withdrawn> withdrawn(Map<UUID, List<Long>> withdrawals) {
        if (withdrawals.isEmpty()) {
            return List.of();
        }
        var withdrawn = new ArrayList<Withdrawn>();
        for (var fact : log.withIds(withdrawals.keySet(), Set.<Detail>of())) {
            for (long position : withdrawals.getOrDefault(fact.eventId(), List.of())) {
                if (fact.position() < position && Facts.isFact(fact.type())) {
                    withdrawn.add(new Withdrawn(
                            fact.position(),
                            position,
                            fact.customerId() == null ? "" : fact.customerId(),
                            day(fact.occurredAt())));
                }
            }
        }
        return withdrawn;
    }

    /** The rows of one page. */
    private final class Page {

        private final List<CustomerFact> customers = new ArrayList<>();
        private final List<PersonFact> persons = new ArrayList<>();
        private final Map<String, UseOfDay> uses = new LinkedHashMap<>();
        private final List<TotalOfDay> totals = new ArrayList<>();
        private final List<FeatureCatalogue.Entry> features = new ArrayList<>();
        private final List<CourseCatalogue.Entry> courses = new ArrayList<>();
        private final Map<UUID, List<Long>> withdrawals = new HashMap<>();

        void add(Happening happening) {
            long position = happening.position();
            switch (happening.event()) {
                case CustomerRegistered event ->
                    customers.add(new CustomerFact(event.customerId(), position, event.registeredOn(), "registered"));
                case CustomerChurned event ->
                    customers.add(new CustomerFact(event.customerId(), position, event.churnedOn(), "churned"));
                case CustomerWonBack event ->
                    customers.add(new CustomerFact(event.customerId(), position, event.wonBackOn(), "won-back"));
                case AudienceDefined event -> table.audience(event, position);
                case UserEvent event -> person(event, happening);
                case CoursePublished event ->
                    courses.add(new CourseCatalogue.Entry(
                            event.courseId(),
                            position,
                            event.occurredAt(),
                            true,
                            Level.of(event.level()),
                            event.required()));
                case CourseRetired event ->
                    courses.add(new CourseCatalogue.Entry(
                            event.courseId(), position, event.occurredAt(), false, null, false));
                case TrainingEvent event -> training(event, happening);
                case FeatureCataloged event ->
                    features.add(new FeatureCatalogue.Entry(
                            event.feature(),
                            position,
                            event.occurredAt(),
                            Level.of(event.level()),
                            event.product(),
                            event.valueEvent()));
                case LoggedOn event -> {
                    withdraws(event.corrects(), position);
                    use(event.customerId(), event.userId(), "", 1, happening);
                }
                case FeatureUsed event -> {
                    withdraws(event.corrects(), position);
                    use(event.customerId(), event.userId(), event.feature(), event.count(), happening);
                }
                case UsageDayReported event -> {
                    withdraws(event.corrects(), position);
                    totals.add(new TotalOfDay(
                            event.customerId(),
                            event.day(),
                            position,
                            event.activeUsers(),
                            event.actions(),
                            event.features()));
                }
                case FactRetracted event -> withdraws(event.eventId(), position);
                default -> throw new IllegalArgumentException("Not asked for: " + happening.event());
            }
        }

        private void person(UserEvent told, Happening happening) {
            switch (told) {
                case UserInvited event ->
                    person(
                            event.customerId(),
                            event.userId(),
                            Kind.INVITED,
                            event.department(),
                            event.role(),
                            happening);
                case UserRoleChanged event ->
                    person(
                            event.customerId(),
                            event.userId(),
                            Kind.ROLE_CHANGED,
                            event.department(),
                            event.role(),
                            happening);
                case UserActivated event ->
                    person(event.customerId(), event.userId(), Kind.ACTIVATED, null, null, happening);
                case UserDeactivated event ->
                    person(event.customerId(), event.userId(), Kind.DEACTIVATED, null, null, happening);
                case UserReactivated event ->
                    person(event.customerId(), event.userId(), Kind.REACTIVATED, null, null, happening);
                case UserErased event -> person(event.customerId(), event.userId(), Kind.ERASED, null, null, happening);
            }
        }

        private void person(
                String customerId,
                String userId,
                Kind kind,
                @Nullable String department,
                @Nullable String role,
                Happening happening) {
            persons.add(new PersonFact(
                    customerId,
                    userId,
                    happening.position(),
                    happening.recorded().occurredAt(),
                    kind,
                    "",
                    department,
                    role));
        }

        private void training(TrainingEvent training, Happening happening) {
            var kind = switch (training) {
                case TrainingAssigned assigned -> Kind.TRAINING_ASSIGNED;
                case TrainingStarted started -> {
                    withdraws(started.corrects(), happening.position());
                    yield Kind.TRAINING_STARTED;
                }
                case TrainingCompleted completed -> {
                    withdraws(completed.corrects(), happening.position());
                    yield Kind.TRAINING_COMPLETED;
                }
            };
            var customerId = training.customerId();
            if (customerId != null) {
                persons.add(new PersonFact(
                        customerId,
                        training.userId(),
                        happening.position(),
                        happening.recorded().occurredAt(),
                        kind,
                        training.courseId(),
                        null,
                        null));
            }
        }

        private void use(@Nullable String customerId, String userId, String feature, long count, Happening happening) {
            if (customerId == null) {
                return;
            }
            var day = day(happening.recorded().occurredAt());
            var use = uses.computeIfAbsent(
                    String.join("\n", customerId, userId, day.toString(), feature),
                    key -> new UseOfDay(customerId, userId, day, feature, new ArrayList<>(), new ArrayList<>()));
            use.positions().add(happening.position());
            use.counts().add(count);
        }

        private void withdraws(@Nullable String eventId, long position) {
            if (eventId != null) {
                withdrawals
                        .computeIfAbsent(UUID.fromString(eventId), any -> new ArrayList<>())
                        .add(position);
            }
        }
    }

    private static LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }
}
