package tenure.query.people;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tenure.domain.customer.event.AudienceDefined;
import tenure.domain.customer.event.CustomerChurned;
import tenure.domain.customer.event.CustomerRegistered;
import tenure.domain.customer.event.CustomerWonBack;
import tenure.domain.training.event.TrainingAssigned;
import tenure.domain.training.event.TrainingCompleted;
import tenure.domain.training.event.TrainingEvent;
import tenure.domain.training.event.TrainingStarted;
import tenure.domain.usage.event.FeatureUsed;
import tenure.domain.usage.event.LoggedOn;
import tenure.domain.usage.event.UsageDayReported;
import tenure.domain.user.event.UserActivated;
import tenure.domain.user.event.UserDeactivated;
import tenure.domain.user.event.UserErased;
import tenure.domain.user.event.UserEvent;
import tenure.domain.user.event.UserInvited;
import tenure.domain.user.event.UserReactivated;
import tenure.domain.user.event.UserRoleChanged;
import tenure.query.life.LifeEvent;
import tenure.query.people.PersonFact.Kind;
import tenure.query.shared.AsOf;

/** Gathers the people of a customer, event by event. What happened after the day asked about is left out. */
final class PeopleOfLife {

    private final String customerId;
    private final LocalDate day;
    private final Instant end;
    private final Map<String, Known> persons = new HashMap<>();
    private final Map<LocalDate, TotalOfDay> totals = new TreeMap<>();
    private @Nullable LocalDate registeredOn;
    private long registeredAt;
    private @Nullable LocalDate movedOn;
    private boolean gone;
    private Instant audienceSince = Instant.MIN;
    private @Nullable Audience audience;

    PeopleOfLife(String customerId, AsOf asOf) {
        this.customerId = customerId;
        this.day = asOf.day();
        this.end = asOf.end();
    }

    void add(LifeEvent happened) {
        var inTime = happened.occurredAt().isBefore(end);
        switch (happened.event()) {
            case CustomerRegistered event
            when !event.registeredOn().isAfter(day) -> {
                registeredOn = event.registeredOn();
                registeredAt = happened.position();
            }
            case CustomerChurned event -> moved(event.churnedOn(), true);
            case CustomerWonBack event -> moved(event.wonBackOn(), false);
            case AudienceDefined event when inTime -> audience(event, happened);
            case UserEvent event when inTime -> person(event, happened);
            case TrainingEvent event when inTime -> training(event, happened);
            case LoggedOn event when inTime -> person(event.userId()).use("", 1, happened);
            case FeatureUsed event when inTime -> person(event.userId()).use(event.feature(), event.count(), happened);
            case UsageDayReported event
            when !event.day().isAfter(day) ->
                totals.put(
                        event.day(),
                        new TotalOfDay(
                                customerId,
                                event.day(),
                                happened.position(),
                                event.activeUsers(),
                                event.actions(),
                                event.features()));
            default -> {
                // Tells nothing of people.
            }
        }
    }

    @Nullable CustomerPeople people() {
        if (registeredOn == null) {
            return null;
        }
        var known = new TreeMap<String, Person>();
        persons.forEach((userId, person) -> known.put(userId, person.person()));
        var firstActiveOn = Stream.concat(
                        totals.values().stream().filter(TotalOfDay::isActive).map(TotalOfDay::day),
                        known.values().stream().map(Person::firstUsedOn).flatMap(Stream::ofNullable))
                .min(LocalDate::compareTo)
                .orElse(null);
        return new CustomerPeople(
                customerId,
                registeredOn,
                registeredAt,
                gone,
                known,
                List.copyOf(totals.values()),
                firstActiveOn,
                audience);
    }

    /** Of two moves on one day the one counts that was recorded later. */
    private void moved(LocalDate on, boolean away) {
        if (!on.isAfter(day) && (movedOn == null || !on.isBefore(movedOn))) {
            movedOn = on;
            gone = away;
        }
    }

    private void audience(AudienceDefined event, LifeEvent happened) {
        if (!happened.occurredAt().isBefore(audienceSince)) {
            var departments = new TreeMap<String, Long>();
            event.departments().forEach((department, users) -> departments.put(department, users.longValue()));
            audienceSince = happened.occurredAt();
            audience = new Audience(happened.position(), departments);
        }
    }

    private void person(UserEvent told, LifeEvent happened) {
        var person = person(told.userId());
        switch (told) {
            case UserInvited event -> person.told(Kind.INVITED, "", event.department(), event.role(), happened);
            case UserRoleChanged event ->
                person.told(Kind.ROLE_CHANGED, "", event.department(), event.role(), happened);
            case UserActivated event -> person.told(Kind.ACTIVATED, "", null, null, happened);
            case UserDeactivated event -> person.told(Kind.DEACTIVATED, "", null, null, happened);
            case UserReactivated event -> person.told(Kind.REACTIVATED, "", null, null, happened);
            case UserErased event -> person.told(Kind.ERASED, "", null, null, happened);
        }
    }

    private void training(TrainingEvent training, LifeEvent happened) {
        var kind = switch (training) {
            case TrainingAssigned event -> Kind.TRAINING_ASSIGNED;
            case TrainingStarted event -> Kind.TRAINING_STARTED;
            case TrainingCompleted event -> Kind.TRAINING_COMPLETED;
        };
        person(training.userId()).told(kind, training.courseId(), null, null, happened);
    }

    private Known person(String userId) {
        return persons.computeIfAbsent(userId, Known::new);
    }

    /** A person so far. */
    private final class Known {

        private record DayAndFeature(LocalDate day, String feature) {}

        private final String userId;
        private final List<PersonFact> facts = new ArrayList<>();
        private final Map<DayAndFeature, UseOfDay> uses = new HashMap<>();

        Known(String userId) {
            this.userId = userId;
        }

        void told(Kind kind, String courseId, @Nullable String department, @Nullable String role, LifeEvent happened) {
            facts.add(new PersonFact(
                    customerId, userId, happened.position(), happened.occurredAt(), kind, courseId, department, role));
        }

        void use(String feature, long count, LifeEvent happened) {
            var on = LocalDate.ofInstant(happened.occurredAt(), ZoneOffset.UTC);
            var use = uses.computeIfAbsent(
                    new DayAndFeature(on, feature),
                    any -> new UseOfDay(customerId, userId, on, feature, new ArrayList<>(1), new ArrayList<>(1)));
            use.positions().add(happened.position());
            use.counts().add(count);
        }

        Person person() {
            var ordered = uses.values().stream()
                    .sorted(comparing(UseOfDay::day).thenComparing(UseOfDay::feature))
                    .toList();
            return new Person(
                    customerId,
                    userId,
                    facts,
                    ordered,
                    ordered.isEmpty() ? null : ordered.getFirst().day());
        }
    }
}
